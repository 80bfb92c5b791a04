/** A stratum drawn on the plan: corner by corner, each taken to the corner or border that is near, so that strata meet. */
import { Button, Modal, Upload } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Layer, pathOf } from './plan-map';
import { type Position, projectionOf, snap, WIDTH } from './plan-projection';
import './sinks.css';

const REACH = 16;
const MARGIN = 40;
export interface Drawn {
  type: 'Polygon' | 'MultiPolygon';
  coordinates: unknown;
}

export function DrawMap({
  title,
  layers,
  onDone,
  onClose,
}: {
  title: string;
  layers: Layer[];
  onDone(drawn: Drawn): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const svg = useRef<SVGSVGElement>(null);
  const [corners, setCorners] = useState<Position[]>([]);
  const [near, setNear] = useState<Position>();
  const [wrong, setWrong] = useState(false);
  const rings = useMemo(() => layers.flatMap(({ shape }) => shape.coordinates.flat()), [layers]);
  const plan = useMemo(() => projectionOf(rings.flat()), [rings]);
  const path = pathOf(plan.place);
  const pointed = (event: React.PointerEvent | React.MouseEvent): Position | undefined => {
    const matrix = svg.current?.getScreenCTM();
    if (!matrix) return undefined;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return snap([x, y], [...rings, corners], plan, REACH) ?? plan.back(x, y);
  };
  const add = (event: React.MouseEvent) => {
    const at = pointed(event);
    const last = corners.at(-1);
    if (at && !(last?.[0] === at[0] && last?.[1] === at[1])) setCorners([...corners, at]);
  };
  const finish = () => {
    const ring = corners.map(([x = 0, y = 0]) => [Number(x.toFixed(9)), Number(y.toFixed(9))]);
    onDone({ type: 'Polygon', coordinates: [[...ring, ring[0]]] });
  };
  const read = async (file: File) => {
    try {
      const read = JSON.parse(await file.text()) as { geometry?: Drawn; features?: { geometry: Drawn }[] } & Drawn;
      const found = read.features?.[0]?.geometry ?? read.geometry ?? read;
      if (found.type !== 'Polygon' && found.type !== 'MultiPolygon') throw new Error();
      onDone({ type: found.type, coordinates: found.coordinates });
    } catch {
      setWrong(true);
    }
  };
  return (
    <Modal
      open
      width={900}
      title={title}
      okText={t('sinks:draw.done')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: corners.length < 3 }}
      onOk={finish}
      onCancel={onClose}
    >
      <p className="muted">{t('sinks:draw.hint')}</p>
      <figure className="plan-map drawing">
        <svg
          ref={svg}
          viewBox={`-${MARGIN} -${MARGIN} ${WIDTH + 2 * MARGIN} ${plan.height + 2 * MARGIN}`}
          role="application"
          aria-label={title}
          data-test="draw"
          onClick={add}
          onPointerMove={(event) => setNear(pointed(event))}
          onPointerLeave={() => setNear(undefined)}
        >
          {layers.map(({ kind, name, shape }) => (
            <path key={kind + name} className={`plan-${kind}`} d={path(shape)} fillRule="evenodd">
              <title>{name}</title>
            </path>
          ))}
          {corners.length > 0 && (
            <path
              className="plan-draft"
              d={`M${[...corners, ...(near ? [near] : [])].map((at) => plan.place(at).join(',')).join('L')}Z`}
            />
          )}
          {corners.map((at, i) => {
            const [cx, cy] = plan.place(at);
            return <circle key={i} className="plan-corner" cx={cx} cy={cy} r={6} />;
          })}
          {near && <circle className="plan-snap" cx={plan.place(near)[0]} cy={plan.place(near)[1]} r={10} />}
        </svg>
      </figure>
      <div className="field-actions">
        <Button disabled={!corners.length} onClick={() => setCorners(corners.slice(0, -1))}>
          {t('sinks:draw.undo')}
        </Button>
        <Button disabled={!corners.length} onClick={() => setCorners([])}>
          {t('sinks:draw.clear')}
        </Button>
        <Upload
          accept=".geojson,.json"
          showUploadList={false}
          beforeUpload={(file) => {
            void read(file);
            return false;
          }}
        >
          <Button>{t('sinks:draw.file')}</Button>
        </Upload>
        <span className="muted" aria-live="polite">
          {wrong ? t('sinks:draw.notPolygon') : t('sinks:draw.corners', { count: corners.length })}
        </span>
      </div>
    </Modal>
  );
}
