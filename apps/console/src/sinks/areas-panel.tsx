/** Boundaries and their versions; a file is shown with its repairs and overlaps before anything is drawn. */
import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, DatePicker, Form, Input, type TableColumnsType, Tag, Upload } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { uploadRaw } from '../api/files';
import type { BoundaryPreview, SinkBoundary, SinkProject } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { today } from '../shared/dates';
import { FaultList } from '../shared/fault-list';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';
import { Land } from './land';
import { type Layer, PlanMap } from './plan-map';

export function AreasPanel({ project }: { project: SinkProject }) {
  const { t } = useTranslation();
  const filer = hasRole(useUser(), 'filer');
  const query = useQuery({
    queryKey: ['sink-areas', project.id],
    queryFn: () => ask(api.GET('/api/v1/sink/projects/{id}/areas', { params: { path: { id: project.id } } })),
  });
  const columns: TableColumnsType<SinkBoundary> = [
    { title: t('sinks:areaCode'), dataIndex: 'code' },
    {
      title: t('sinks:version'),
      render: (_, { version, supersededAt }) => (
        <span>
          {version} {supersededAt && <Tag>{t('sinks:superseded')}</Tag>}
        </span>
      ),
    },
    { title: t('sinks:validFrom'), className: 'num', dataIndex: 'validFrom' },
    { title: t('sinks:area'), align: 'end', render: (_, { hectares }) => <Land hectares={hectares} /> },
    { title: t('sinks:vertices'), align: 'end', className: 'num', dataIndex: 'vertices' },
    { title: t('sinks:reason'), render: (_, { reason }) => reason ?? '–' },
  ];
  return (
    <div className="rooms" data-test="areas">
      {query.error ? (
        <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <WideTable<SinkBoundary>
          label={t('sinks:view.areas')}
          rowKey={({ code, version }) => `${code}/${version}`}
          columns={columns}
          dataSource={query.data}
          loading={query.isPending}
          locale={{ emptyText: query.isPending ? ' ' : t('sinks:noAreas') }}
        />
      )}
      {filer && <NewBoundary project={project} known={query.data ?? []} />}
    </div>
  );
}

interface Values {
  code: string;
  validFrom: Dayjs;
  reason?: string;
}

function NewBoundary({ project, known }: { project: SinkProject; known: SinkBoundary[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [accepted, setAccepted] = useState(false);
  const code = Form.useWatch('code', form);
  const preview = useMutation({
    mutationFn: (file: File) =>
      uploadRaw<BoundaryPreview>(
        `/api/v1/sink/projects/${project.id}/areas/${encodeURIComponent(code)}/preview`,
        file,
        'application/octet-stream',
      ),
    onMutate: () => setAccepted(false),
  });
  const found = preview.data;
  const draw = useMutation({
    mutationFn: ({ validFrom, reason }: Values) => {
      const last = known.find((one) => one.code === code && !one.supersededAt);
      return ask(
        api.PUT('/api/v1/sink/projects/{id}/areas/{code}', {
          params: { path: { id: project.id, code } },
          body: {
            geometry: found!.geometry as Record<string, unknown>,
            validFrom: validFrom.format('YYYY-MM-DD'),
            sourceSha256: found!.sourceSha256,
            ...(reason && { reason }),
            ...(last && { version: last.version }),
            ...(found!.repairs.length && {
              repairs: [...new Set(found!.repairs.map((repair) => (repair as { code: string }).code))],
            }),
          },
        }),
      );
    },
    onSuccess: async () => {
      preview.reset();
      for (const key of ['sink', 'sink-areas', 'sink-land', 'sink-plots', 'sink-strata'])
        await client.invalidateQueries({ queryKey: [key, project.id] });
    },
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="form-narrow"
      requiredMark={false}
      initialValues={{ code: 'A1', validFrom: today() }}
      onFinish={(values) => draw.mutate(values)}
    >
      <h3>{t('sinks:drawArea')}</h3>
      <p className="muted">{t('sinks:drawHint')}</p>
      <Form.Item name="code" label={t('sinks:areaCode')} rules={[{ required: true, message: t('common:required') }]}>
        <Input maxLength={40} onChange={() => preview.reset()} />
      </Form.Item>
      <Upload
        accept=".geojson,.json,.kml,.kmz,.zip"
        showUploadList={false}
        beforeUpload={(file) => (preview.mutate(file), false)}
      >
        <Button icon={<UploadOutlined />} loading={preview.isPending} disabled={!code}>
          {t('sinks:chooseBoundary')}
        </Button>
      </Upload>
      {preview.error && <ProblemAlert error={preview.error} />}
      {found && <Preview found={found} />}
      {found?.geometry && (
        <>
          <Form.Item name="validFrom" label={t('sinks:validFrom')}>
            <DatePicker allowClear={false} />
          </Form.Item>
          <Form.Item name="reason" label={t('sinks:reason')}>
            <Input maxLength={1000} />
          </Form.Item>
          {found.repairs.length > 0 && (
            <Checkbox checked={accepted} onChange={({ target }) => setAccepted(target.checked)}>
              {t('sinks:acceptRepairs')}
            </Checkbox>
          )}
          {draw.error && <ProblemAlert error={draw.error} />}
          <Button
            type="primary"
            htmlType="submit"
            loading={draw.isPending}
            disabled={found.overlaps.length > 0 || (found.repairs.length > 0 && !accepted)}
          >
            {t('sinks:saveBoundary')}
          </Button>
        </>
      )}
    </Form>
  );
}

function Preview({ found }: { found: BoundaryPreview }) {
  const { t } = useTranslation();
  const hectares = (squareMetres: string) => String(Number(squareMetres) / 10_000);
  const layers: Layer[] = found.geometry
    ? [
        { kind: 'area', name: t('sinks:boundary'), shape: found.geometry },
        { kind: 'removed', name: t('sinks:removed'), shape: found.removed },
        { kind: 'added', name: t('sinks:added'), shape: found.added },
      ]
    : [];
  return (
    <div className="rooms" data-test="preview">
      <span>
        <Tag>{found.format}</Tag>
        <Tag>{found.system}</Tag>
        {t('sinks:ofVertices', { count: found.vertices })}
      </span>
      {found.faults.length > 0 && <FaultList faults={found.faults} />}
      {found.geometry && (
        <>
          <PlanMap layers={layers} label={t('sinks:previewLabel')} />
          <Land hectares={hectares(found.squareMetres)} />
        </>
      )}
      {found.repairs.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('sinks:repaired')}
          description={
            <>
              <FaultList faults={found.repairs} />
              <p>
                {t('sinks:before')} <Land hectares={hectares(found.squareMetresBefore)} /> → {t('sinks:after')}{' '}
                <Land hectares={hectares(found.squareMetres)} />
              </p>
            </>
          }
        />
      )}
      {found.overlaps.length > 0 && (
        <Alert type="error" showIcon title={t('sinks:overlaps')} description={<FaultList faults={found.overlaps} />} />
      )}
    </div>
  );
}
