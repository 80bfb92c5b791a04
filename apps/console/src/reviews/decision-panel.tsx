import { CheckOutlined, RollbackOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask } from '../api/client';
import type { Filing, IssueWish } from '../api/types';
import { say } from '../shared/notices';
import { ProblemAlert } from '../shared/problem-alert';
import { isWhole, LabelWish, tidy } from './label-wish';
import './reviews.css';

function useChanged(filing: Filing) {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [['filing', filing.id], ['filings'], ['reviews'], ['labels']])
      void client.invalidateQueries({ queryKey });
  };
}

export function DecisionPanel({ filing }: { filing: Filing }) {
  const { t } = useTranslation();
  const changed = useChanged(filing);
  const [remarks, setRemarks] = useState('');
  const [missing, setMissing] = useState(false);
  const decide = useMutation({
    mutationFn: (decision: 'approve' | 'return') =>
      ask(
        api.POST('/api/v1/filings/{id}/review', { params: { path: { id: filing.id } }, body: { decision, remarks } }),
      ),
    onSuccess: (_answer, decision) => {
      say(t(decision === 'approve' ? 'reviews:doneApprove' : 'reviews:doneReturn'));
      changed();
    },
  });
  const decided = (decision: 'approve' | 'return') => {
    // Sent back without a reason, nobody knows what to mend.
    if (decision === 'return' && !remarks.trim()) {
      setMissing(true);
      document.getElementById('remarks')?.focus();
    } else decide.mutate(decision);
  };
  return (
    <section className="panel decision">
      <label htmlFor="remarks">{t('reviews:remarks')}</label>
      <Input.TextArea
        id="remarks"
        value={remarks}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={t('reviews:remarksHint')}
        status={missing ? 'error' : undefined}
        aria-invalid={missing || undefined}
        aria-describedby="remarks-missing"
        onChange={({ target }) => {
          setRemarks(target.value);
          setMissing(false);
        }}
      />
      <span id="remarks-missing" role="alert" style={{ color: 'var(--error)' }} hidden={!missing}>
        {t('reviews:remarksMissing')}
      </span>
      {decide.error && <ProblemAlert error={decide.error} />}
      <div className="decision-end">
        <Button
          icon={<RollbackOutlined />}
          loading={decide.isPending && decide.variables === 'return'}
          onClick={() => decided('return')}
          data-test="return"
        >
          {t('reviews:return')}
        </Button>
        <Button
          type="primary"
          icon={<CheckOutlined />}
          loading={decide.isPending && decide.variables === 'approve'}
          onClick={() => decided('approve')}
          data-test="approve"
        >
          {t('reviews:approve')}
        </Button>
      </div>
    </section>
  );
}

export function IssuePanel({ filing }: { filing: Filing }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  // What a footprint becomes is a label; every other result becomes a statement of account.
  const kind = filing.method.startsWith('footprint/') ? 'label' : 'statement';
  const [wish, setWish] = useState<IssueWish>({});
  const navigate = useNavigate();
  const changed = useChanged(filing);
  const issue = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/filings/{id}/issue', { params: { path: { id: filing.id } }, body: tidy(wish) })),
    onSuccess: (issued) => {
      changed();
      // A label has a page of its own; a statement shows on the filing.
      if (kind === 'label') void navigate(`/label/${issued.number}`);
      else say(t('reviews:doneIssue', { number: issued.number }));
    },
  });
  return (
    <section className="panel decision">
      <p>{t(`reviews:${kind}.ready`)}</p>
      {kind === 'label' && (
        <LabelWish
          filing={filing}
          wish={wish}
          onChange={(next) => {
            setWish(next);
            issue.reset();
          }}
        />
      )}
      {issue.error && <ProblemAlert error={issue.error} />}
      <div className="decision-end">
        <Button
          type="primary"
          icon={<SafetyCertificateOutlined />}
          disabled={!isWhole(wish)}
          loading={issue.isPending}
          onClick={() => setAsking(true)}
          data-test="issue"
        >
          {t(`reviews:${kind}.issue`)}
        </Button>
      </div>
      <Modal
        open={asking}
        title={t(`reviews:${kind}.confirm`)}
        okText={t(`reviews:${kind}.issue`)}
        okButtonProps={{ className: 'issue-confirm' }}
        cancelText={t('common:cancel')}
        onCancel={() => setAsking(false)}
        onOk={() => {
          setAsking(false);
          issue.mutate();
        }}
      >
        {t(`reviews:${kind}.hint`)}
      </Modal>
    </section>
  );
}
