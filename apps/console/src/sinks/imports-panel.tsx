/** Field forms come in whole or not at all; what is wrong is named, and the file comes back with its cells marked. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Progress, Select, Tag, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { download, uploadRaw } from '../api/files';
import type { FieldImport, SinkProject } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { FaultList } from '../shared/fault-list';
import { ProblemAlert } from '../shared/problem-alert';
import { useForms } from './use-sink';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const busy = ({ status }: FieldImport) => status === 'waiting' || status === 'importing';
const colours = {
  waiting: 'default',
  importing: 'processing',
  accepted: 'success',
  refused: 'error',
  withdrawn: 'default',
};

export function ImportsPanel({ project }: { project: SinkProject }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const filer = hasRole(useUser(), 'filer');
  const forms = useForms();
  const [form, setForm] = useState('workbook');
  const query = useQuery({
    queryKey: ['sink-imports', project.id],
    queryFn: () =>
      ask(api.GET('/api/v1/sink/projects/{id}/imports', { params: { path: { id: project.id }, query: {} } })),
    refetchInterval: ({ state }) => (state.data?.items.some(busy) ? 1_000 : false),
  });
  const settled = async () => {
    await query.refetch();
    for (const key of ['sink-plots', 'field-rows']) await client.invalidateQueries({ queryKey: [key, project.id] });
  };
  const take = useMutation({
    mutationFn: (file: File) =>
      uploadRaw<FieldImport>(
        `/api/v1/sink/projects/${project.id}/imports?form=${form}&name=${encodeURIComponent(file.name)}`,
        file,
        form === 'workbook' ? XLSX : 'text/csv',
      ),
    onSettled: settled,
  });
  const fetchFile = useMutation({ mutationFn: ([path, name]: [string, string]) => download(path, name) });
  const withdraw = useMutation({
    mutationFn: (id: string) => ask(api.POST('/api/v1/sink/imports/{id}/withdraw', { params: { path: { id } } })),
    onSettled: settled,
  });
  const english = i18n.language === 'en';
  const nameOf = (name: string) => {
    const found = forms.data?.forms.find((one) => one.name === name);
    return found ? (english ? found.en : found.zh) : t('sinks:workbook');
  };
  const error = take.error ?? query.error ?? fetchFile.error ?? withdraw.error;
  return (
    <div className="rooms" data-test="imports">
      <div className="field-actions">
        <Button
          icon={<DownloadOutlined />}
          loading={fetchFile.isPending}
          onClick={() => fetchFile.mutate(['/api/v1/sink/field-forms/template', 'field-forms.xlsx'])}
        >
          {t('sinks:template')}
        </Button>
        {filer && (
          <>
            <Select
              aria-label={t('sinks:formOfFile')}
              value={form}
              onChange={setForm}
              popupMatchSelectWidth={false}
              options={[
                { value: 'workbook', label: t('sinks:workbookFile') },
                ...(forms.data?.forms ?? []).map(({ name }) => ({
                  value: name,
                  label: t('sinks:csvFile', { form: nameOf(name) }),
                })),
              ]}
            />
            <Upload
              accept={form === 'workbook' ? '.xlsx' : '.csv,text/csv'}
              showUploadList={false}
              beforeUpload={(file) => (take.mutate(file), false)}
            >
              <Button type="primary" icon={<UploadOutlined />} loading={take.isPending}>
                {t('sinks:upload')}
              </Button>
            </Upload>
          </>
        )}
      </div>
      <p className="muted">{t('sinks:importHint')}</p>
      {error && <ProblemAlert error={error} />}
      {query.data?.items.length === 0 && <p className="muted">{t('sinks:noImports')}</p>}
      {query.data?.items.map((one) => (
        <section key={one.id} className="stack">
          <span className="field-actions">
            <Tag color={colours[one.status]}>{t(`sinks:import.${one.status}`)}</Tag>
            <span>{one.fileName}</span>
            <span className="muted num">{moment(one.createdAt)}</span>
            {Object.entries(one.rows).map(([name, count]) => (
              <Tag key={name}>{t('sinks:rowsOf', { form: nameOf(name), rows: Number(count).toLocaleString() })}</Tag>
            ))}
            {filer && one.status === 'accepted' && (
              <Popconfirm title={t('sinks:withdrawSure')} onConfirm={() => withdraw.mutate(one.id)}>
                <Button size="small">{t('sinks:withdraw')}</Button>
              </Popconfirm>
            )}
          </span>
          {busy(one) && <Importing id={one.id} />}
          {one.faults.length > 0 && <FaultList faults={one.faults} />}
          {one.faultFile && filer && (
            <span>
              <Button
                icon={<DownloadOutlined />}
                onClick={() => fetchFile.mutate([`/api/v1/sink/imports/${one.id}/faults`, 'faults.xlsx'])}
              >
                {t('sinks:faultFile', { count: one.faultCount ?? 0 })}
              </Button>
            </span>
          )}
          {one.warningCount > 0 && (
            <Alert
              type="warning"
              title={t('sinks:warnings', { count: one.warningCount })}
              description={<FaultList faults={one.warnings} />}
            />
          )}
        </section>
      ))}
    </div>
  );
}

function Importing({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery({
    queryKey: ['sink-import', id],
    queryFn: () => ask(api.GET('/api/v1/sink/imports/{id}', { params: { path: { id } } })),
    refetchInterval: 1_000,
  });
  const note = data?.note as { zh: string; en: string } | null | undefined;
  return (
    <div>
      <Progress percent={Math.round(Number(data?.progress ?? 0) * 100)} aria-label={t('sinks:importing')} />
      <span className="muted" role="status">
        {note?.[i18n.language === 'en' ? 'en' : 'zh']}
      </span>
    </div>
  );
}
