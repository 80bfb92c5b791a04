/** The roster: taken in whole or not at all; what is wrong comes back as the same file with the cells marked. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Progress, Tag, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Programme, Roster } from '../api/types';
import { download, uploadRaw } from '../api/files';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { FaultList } from '../shared/fault-list';
import { ProblemAlert } from '../shared/problem-alert';

const busy = ({ status }: Roster) => status === 'waiting' || status === 'importing';
const colours = {
  waiting: 'default',
  importing: 'processing',
  accepted: 'success',
  refused: 'error',
  withdrawn: 'default',
};

export function Rosters({ programme }: { programme: Programme }) {
  const { t } = useTranslation();
  const user = useUser();
  const query = useQuery({
    queryKey: ['rosters', programme.id],
    queryFn: () =>
      ask(api.GET('/api/v1/compensation/programmes/{id}/rosters', { params: { path: { id: programme.id } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(busy) ? 1_000 : false),
  });
  const take = useMutation({
    mutationFn: (file: File) =>
      uploadRaw<Roster>(
        `/api/v1/compensation/programmes/${programme.id}/rosters?name=${encodeURIComponent(file.name)}`,
        file,
        'text/csv',
      ),
    onSettled: () => query.refetch(),
  });
  const fetchFaults = useMutation({
    mutationFn: (id: string) => download(`/api/v1/compensation/rosters/${id}/faults`, 'roster-faults.xlsx'),
  });
  return (
    <section className="panel" data-test="rosters">
      <div className="panel-head">
        <h2>{t('compensation:rosters')}</h2>
        {hasRole(user, 'finance_clerk') && (
          <Upload accept=".csv,text/csv" showUploadList={false} beforeUpload={(file) => (take.mutate(file), false)}>
            <Button icon={<UploadOutlined />} loading={take.isPending}>
              {t('compensation:uploadRoster')}
            </Button>
          </Upload>
        )}
      </div>
      {(take.error ?? query.error ?? fetchFaults.error) && (
        <ProblemAlert error={take.error ?? query.error ?? fetchFaults.error} />
      )}
      {query.data?.items.length === 0 && <p className="muted">{t('compensation:noRoster')}</p>}
      {query.data?.items.map((roster) => (
        <div key={roster.id} className="stack">
          <span>
            <Tag color={colours[roster.status]}>{t(`compensation:roster.${roster.status}`)}</Tag>
            {roster.households !== null && t('compensation:ofHouseholds', { count: roster.households })}
          </span>
          {busy(roster) && (
            <Progress
              percent={Math.round(Number(roster.progress ?? 0) * 100)}
              aria-label={t('compensation:uploadRoster')}
            />
          )}
          {roster.faults.length > 0 && <FaultList faults={roster.faults} />}
          {roster.faultFile && (
            <span>
              <Button icon={<DownloadOutlined />} onClick={() => fetchFaults.mutate(roster.id)}>
                {t('compensation:faultFile', { count: roster.faultCount ?? 0 })}
              </Button>
            </span>
          )}
        </div>
      ))}
    </section>
  );
}
