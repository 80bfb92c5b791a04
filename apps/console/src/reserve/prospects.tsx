/** The prospects one by one. */
import { Button, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SinkProspect, SinkReserve } from '../api/types';
import { Tonnes } from '../credits/figures';
import { useLandArea, useMoney } from '../numbers/use-quantities';
import { ConfidenceTag } from '../shared/confidence-tag';
import { useRegionName } from '../shared/use-regions';
import { WideTable } from '../shared/wide-table';
import { StandDrawer } from './stand-drawer';

const stages = {
  idea: 'default',
  survey: 'processing',
  design: 'processing',
  filed: 'success',
  dropped: 'error',
} as const;

export function Prospects(props: { reserve: SinkReserve; onEdit?: (one: SinkProspect) => void }) {
  const [shown, setShown] = useState<SinkProspect>();
  const { t, i18n } = useTranslation();
  const money = useMoney('wan');
  const land = useLandArea();
  const regionName = useRegionName();
  const { reserve, onEdit } = props;
  const outlook = new Map(reserve.outlook.map((row) => [row.id, row]));
  const curves = new Map(reserve.curves.map((curve) => [curve.code, curve]));
  const species = new Map(reserve.species.map((one) => [one.code, one]));
  const columns: TableColumnsType<SinkProspect> = [
    {
      title: t('reserve:prospect'),
      render: (_, one) => (
        <div className="stack">
          {onEdit ? (
            <Button type="link" style={{ padding: 0, height: 'auto', alignSelf: 'start' }} onClick={() => onEdit(one)}>
              {one.name}
            </Button>
          ) : (
            <span>{one.name}</span>
          )}
          <span className="sub">
            {regionName(one.region)} · {one.owner}
          </span>
        </div>
      ),
    },
    {
      title: t('reserve:curve'),
      render: (_, one) => {
        const found = one.stand ? species.get(one.stand.species) : curves.get(one.curve);
        if (!found) return one.curve;
        return (
          <div className="stack">
            <span title={found.source}>
              {i18n.language === 'en' ? found.en : found.zh} <ConfidenceTag confidence={found.confidence} />
            </span>
            {one.stand && (
              <Button
                type="link"
                style={{ padding: 0, height: 'auto', alignSelf: 'start' }}
                onClick={() => setShown(one)}
                data-test="stand-course"
              >
                {t('reserve:stand.show')}
              </Button>
            )}
          </div>
        );
      },
    },
    {
      title: `${t('reserve:hectares')} (${land.unit})`,
      align: 'end',
      className: 'num',
      render: (_, { hectares }) => land.of(hectares),
    },
    {
      title: t('reserve:span'),
      className: 'num',
      render: (_, { startYear, years }) => `${startYear}–${startYear + years - 1}`,
    },
    { title: 't CO₂e', align: 'end', render: (_, { id }) => <Tonnes of={outlook.get(id)?.tonnes} /> },
    {
      title: `${t('reserve:npv')} (${money.unit})`,
      align: 'end',
      className: 'num',
      render: (_, { id }) => {
        const found = outlook.get(id);
        return found ? money.of(found.npv) : '–';
      },
    },
    {
      title: t('reserve:costPerTonne'),
      align: 'end',
      className: 'num',
      render: (_, { id }) => outlook.get(id)?.costPerTonne ?? '–',
    },
    {
      title: t('reserve:stage'),
      render: (_, { stage }) => <Tag color={stages[stage]}>{t(`reserve:stageOf.${stage}`)}</Tag>,
    },
  ];
  return (
    <section className="panel" data-test="prospects">
      <h2>{t('reserve:prospects')}</h2>
      <WideTable label={t('reserve:prospects')} rowKey="id" columns={columns} dataSource={reserve.prospects} />
      {shown && <StandDrawer prospect={shown} onClose={() => setShown(undefined)} />}
    </section>
  );
}
