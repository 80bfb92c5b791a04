import { CheckOutlined, SendOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Upload } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { api, ask, newKey } from '../api/client';
import { asProblem } from '../api/problem';
import { FaultList } from '../shared/fault-list';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { CheckPanel } from './check-panel';
import '../reviews/reviews.css';
import './methods.css';

/** A new version of a sheet: taken from one that there is, or from a file; checked as often as one likes, then sent. */
export function ProposeMethodPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const [yaml, setYaml] = useState('');
  const [reason, setReason] = useState('');
  const [domain = '', name = ''] = (search.get('from') ?? '').split('/');
  const version = search.get('version') ?? undefined;
  useTitle(t('methods:proposal.new'));
  const start = useQuery({
    queryKey: ['method-yaml', domain, name, version],
    enabled: Boolean(name),
    staleTime: Infinity,
    queryFn: () =>
      ask(
        api.GET('/api/v1/methods/{domain}/{name}/yaml', {
          params: { path: { domain, name }, query: version ? { version } : {} },
        }),
      ),
  });
  useEffect(() => {
    if (start.data) setYaml((typed) => typed || start.data.yaml);
  }, [start.data]);
  const check = useMutation({ mutationFn: () => ask(api.POST('/api/v1/method-proposals/check', { body: { yaml } })) });
  const key = useRef(newKey());
  const send = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/method-proposals', { headers: { 'Idempotency-Key': key.current }, body: { yaml, reason } }),
      ),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['method-proposals'] });
      void navigate(`/methods/proposals/${id}`);
    },
    onError: () => {
      key.current = newKey();
    },
  });
  const take = (text: string) => {
    setYaml(text);
    check.reset();
    send.reset();
  };
  const faults = send.error ? asProblem(send.error).faults : [];
  return (
    <div className="page">
      <PageHead
        back={{ to: '/methods/proposals', text: t('methods:proposal.title') }}
        title={t('methods:proposal.new')}
        hint={t('methods:proposal.newHint')}
        actions={
          <Upload
            accept=".yaml,.yml"
            showUploadList={false}
            beforeUpload={(file) => {
              void file.text().then(take);
              return false;
            }}
          >
            <Button icon={<UploadOutlined />}>{t('methods:proposal.upload')}</Button>
          </Upload>
        }
      />
      {start.error && <ProblemAlert error={start.error} onRetry={() => void start.refetch()} />}
      <section className="panel propose-method">
        <label htmlFor="yaml">{t('methods:proposal.yaml')}</label>
        <Input.TextArea
          id="yaml"
          className="yaml"
          spellCheck={false}
          autoSize={{ minRows: 14, maxRows: 32 }}
          value={yaml}
          onChange={({ target }) => take(target.value)}
        />
        <label htmlFor="reason">{t('methods:proposal.reason')}</label>
        <Input.TextArea
          id="reason"
          maxLength={4000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder={t('methods:proposal.reasonHint')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="decision-end">
          <Button
            icon={<CheckOutlined />}
            disabled={!yaml.trim()}
            loading={check.isPending}
            onClick={() => check.mutate()}
            data-test="check-sheet"
          >
            {t('methods:proposal.check')}
          </Button>
          <Button
            type="primary"
            icon={<SendOutlined />}
            disabled={!yaml.trim() || !reason.trim()}
            loading={send.isPending}
            onClick={() => send.mutate()}
            data-test="send-sheet"
          >
            {t('methods:proposal.send')}
          </Button>
        </div>
      </section>
      {faults.length > 0 ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('methods:proposal.faults', { count: faults.length })}
          description={<FaultList faults={faults} placeOf={() => ''} />}
        />
      ) : (
        send.error && <ProblemAlert error={send.error} />
      )}
      {check.error && <ProblemAlert error={check.error} />}
      {check.data && <CheckPanel check={check.data} />}
    </div>
  );
}
