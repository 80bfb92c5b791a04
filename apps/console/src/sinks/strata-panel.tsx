/** The strata as one whole: read as a table, divided anew from a GeoJSON or as rows. */
import { EditOutlined, MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, Input, Table, type TableColumnsType, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkProject, SinkStratum } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { today } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { DrawMap, type Drawn } from './draw-map';
import { Land } from './land';
import type { Layer } from './plan-map';
import type { Shape } from './plan-projection';
import { useDivision, useLand } from './use-sink';

const traits = ['species', 'ageClass', 'density', 'soil', 'climate'] as const;

interface Values {
  validFrom: Dayjs;
  reason?: string;
  strata: Partial<SinkStratum>[];
}

export function StrataPanel({ project }: { project: SinkProject }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const filer = hasRole(useUser(), 'filer');
  const query = useDivision(project.id);
  const [editing, setEditing] = useState(false);
  const [drawing, setDrawing] = useState<number>();
  const [form] = Form.useForm<Values>();
  const land = useLand(project.id);
  const divide = useMutation({
    mutationFn: ({ validFrom, reason, strata }: Values) =>
      ask(
        api.PUT('/api/v1/sink/projects/{id}/strata', {
          params: { path: { id: project.id } },
          body: {
            version: query.data?.version ?? 0,
            validFrom: validFrom.format('YYYY-MM-DD'),
            ...(reason && { reason }),
            strata: strata.map(({ code = '', areaHa, geometry, ...rest }) => ({
              code,
              ...(geometry ? { geometry: geometry as Record<string, never> } : { areaHa }),
              ...Object.fromEntries(traits.flatMap((name) => (rest[name] ? [[name, rest[name]]] : []))),
            })),
          },
        }),
      ),
    onSuccess: async () => {
      setEditing(false);
      for (const key of ['sink-strata', 'sink-plots']) await client.invalidateQueries({ queryKey: [key, project.id] });
    },
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Waiting />;
  const { version, strata, fits, hectares } = query.data;
  /** The land, and the other strata drawn so far. */
  const layersFor = (own: number): Layer[] => [
    ...(land.data?.features ?? []).map(({ geometry, properties }) => ({
      kind: 'area' as const,
      name: String((properties as { code?: string }).code ?? ''),
      shape: geometry,
    })),
    ...((form.getFieldValue('strata') ?? []) as Values['strata']).flatMap((stratum, i) =>
      i !== own && stratum?.geometry
        ? [
            {
              kind: 'stratum' as const,
              name: stratum.code ?? `${i}`,
              shape: shapeOf(stratum.geometry as unknown as Drawn),
            },
          ]
        : [],
    ),
  ];
  const columns: TableColumnsType<SinkStratum> = [
    { title: t('sinks:stratum'), dataIndex: 'code' },
    { title: t('sinks:area'), align: 'end', render: (_, { areaHa }) => <Land hectares={areaHa ?? '0'} /> },
    ...traits.map((name) => ({
      title: t(`sinks:trait.${name}`),
      render: (_: unknown, stratum: SinkStratum) => stratum[name] ?? '–',
    })),
    { title: t('sinks:plotCount'), align: 'end', className: 'num', dataIndex: 'plots' },
  ];
  return (
    <div className="rooms" data-test="strata">
      {version > 0 && !fits && <Alert type="warning" showIcon title={t('sinks:strataDiffer')} />}
      <WideTable<SinkStratum>
        label={t('sinks:view.strata')}
        rowKey="code"
        columns={columns}
        dataSource={strata}
        locale={{ emptyText: t('sinks:noStrata') }}
        {...(version > 0 && {
          summary: () => (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>{t('sinks:sum')}</Table.Summary.Cell>
              <Table.Summary.Cell index={1} align="right">
                <Land hectares={hectares ?? '0'} />
              </Table.Summary.Cell>
            </Table.Summary.Row>
          ),
        })}
      />
      {filer && !editing && (
        <span>
          <Button onClick={() => setEditing(true)}>{t(version ? 'sinks:divideAgain' : 'sinks:divide')}</Button>
        </span>
      )}
      {editing && (
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ validFrom: today(), strata: strata.length ? strata : [{}] }}
          onFinish={(values) => divide.mutate(values)}
        >
          <p className="muted">{t('sinks:divideHint')}</p>
          <Form.List name="strata">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <div key={key} className="field-actions">
                    <Form.Item
                      name={[name, 'code']}
                      label={t('sinks:stratum')}
                      rules={[{ required: true, message: t('common:required') }]}
                    >
                      <Input maxLength={40} />
                    </Form.Item>
                    <Form.Item noStyle dependencies={[['strata', name, 'geometry']]}>
                      {({ getFieldValue, setFieldValue }) =>
                        getFieldValue(['strata', name, 'geometry']) ? (
                          <Form.Item label={t('sinks:areaHa')}>
                            <Tag closable onClose={() => setFieldValue(['strata', name, 'geometry'], undefined)}>
                              {t('sinks:draw.drawn')}
                            </Tag>
                          </Form.Item>
                        ) : (
                          <Form.Item
                            name={[name, 'areaHa']}
                            label={t('sinks:areaHa')}
                            rules={[{ pattern: /^\d{1,9}(\.\d{1,4})?$/, message: t('sinks:areaHaHint') }]}
                          >
                            <Input inputMode="decimal" />
                          </Form.Item>
                        )
                      }
                    </Form.Item>
                    <Button icon={<EditOutlined />} disabled={!land.data} onClick={() => setDrawing(name)}>
                      {t('sinks:draw.button')}
                    </Button>
                    {traits.map((trait) => (
                      <Form.Item key={trait} name={[name, trait]} label={t(`sinks:trait.${trait}`)}>
                        <Input maxLength={100} />
                      </Form.Item>
                    ))}
                    <Form.Item name={[name, 'geometry']} hidden>
                      <Input />
                    </Form.Item>
                    <Button
                      type="text"
                      icon={<MinusCircleOutlined />}
                      aria-label={t('sinks:removeStratum')}
                      onClick={() => remove(name)}
                    />
                  </div>
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add({})}>
                  {t('sinks:addStratum')}
                </Button>
              </>
            )}
          </Form.List>
          <Form.Item name="validFrom" label={t('sinks:validFrom')}>
            <DatePicker allowClear={false} />
          </Form.Item>
          <Form.Item name="reason" label={t('sinks:reason')}>
            <Input maxLength={1000} />
          </Form.Item>
          {divide.error && <ProblemAlert error={divide.error} />}
          <div className="field-actions">
            <Button type="primary" htmlType="submit" loading={divide.isPending}>
              {t('sinks:saveStrata')}
            </Button>
            <Button onClick={() => setEditing(false)}>{t('common:cancel')}</Button>
          </div>
          {drawing !== undefined && (
            <DrawMap
              title={t('sinks:draw.title', { code: form.getFieldValue(['strata', drawing, 'code']) ?? '' })}
              layers={layersFor(drawing)}
              onClose={() => setDrawing(undefined)}
              onDone={(drawn) => {
                form.setFieldValue(['strata', drawing, 'geometry'], drawn);
                setDrawing(undefined);
              }}
            />
          )}
        </Form>
      )}
    </div>
  );
}

const shapeOf = ({ type, coordinates }: Drawn): Shape =>
  ({ coordinates: type === 'Polygon' ? [coordinates] : coordinates }) as Shape;
