/** Photos, instruments, calibrations: files with their hash. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { download, uploadRaw } from '../api/files';
import type { SinkEvidence, SinkProject } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { usePlots } from './use-sink';

const kinds = ['photo', 'instrument', 'calibration', 'document'] as const;

export function EvidencePanel({ project }: { project: SinkProject }) {
  const { t } = useTranslation();
  const user = useUser();
  const filer = hasRole(user, 'filer');
  const mayOpen = hasRole(user, 'filer', 'reviewer', 'regulator', 'auditor');
  const [kind, setKind] = useState<(typeof kinds)[number]>('photo');
  const [plot, setPlot] = useState<string>();
  const plots = usePlots(project.id);
  const list = usePages(['sink-evidence', project.id], (cursor) =>
    ask(
      api.GET('/api/v1/sink/projects/{id}/evidence', {
        params: { path: { id: project.id }, query: { ...(cursor && { cursor }) } },
      }),
    ),
  );
  const add = useMutation({
    mutationFn: (file: File) => {
      const query = new URLSearchParams({ kind, name: file.name, ...(plot && { plot }) });
      return uploadRaw(`/api/v1/sink/projects/${project.id}/evidence?${query}`, file, 'application/octet-stream');
    },
    onSettled: () => list.refetch(),
  });
  const open = useMutation({
    mutationFn: ({ id, fileName }: SinkEvidence) => download(`/api/v1/sink/evidence/${id}`, fileName),
  });
  const columns: LongColumn<SinkEvidence>[] = [
    {
      key: 'kind',
      title: t('sinks:evidenceKind'),
      text: (one) => t(`sinks:evidence.${one.kind as (typeof kinds)[number]}`),
    },
    {
      key: 'file',
      title: t('sinks:file'),
      text: ({ fileName }) => fileName,
      cell: (one) =>
        mayOpen ? (
          <Button type="link" size="small" icon={<DownloadOutlined />} onClick={() => open.mutate(one)}>
            {one.fileName}
          </Button>
        ) : (
          one.fileName
        ),
    },
    { key: 'plot', title: t('sinks:plot'), text: (one) => one.plot ?? '–' },
    {
      key: 'sha256',
      title: 'SHA-256',
      wide: true,
      width: 190,
      text: ({ sha256 }) => sha256,
      cell: ({ sha256 }) => <code title={sha256}>{`${sha256.slice(0, 16)}…`}</code>,
    },
  ];
  const error = add.error ?? open.error;
  return (
    <div className="rooms" data-test="evidence">
      {filer && (
        <div className="field-actions">
          <Select
            aria-label={t('sinks:evidenceKind')}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`sinks:evidence.${value}`) }))}
          />
          <Select
            allowClear
            showSearch
            className="field-plot"
            aria-label={t('sinks:plot')}
            placeholder={t('sinks:wholeProject')}
            value={plot}
            onChange={(next?: string) => setPlot(next)}
            options={plots.items?.map(({ code }) => ({ value: code, label: code }))}
          />
          <Upload showUploadList={false} beforeUpload={(file) => (add.mutate(file), false)}>
            <Button icon={<UploadOutlined />} loading={add.isPending}>
              {t('sinks:addEvidence')}
            </Button>
          </Upload>
        </div>
      )}
      {error && <ProblemAlert error={error} />}
      <LongList
        name="sink-evidence"
        label={t('sinks:view.evidence')}
        rowKey={({ id }) => id}
        columns={columns}
        query={list}
        empty={<Nothing title={t('sinks:noEvidence')} />}
      />
    </div>
  );
}
