/** What the next step is, who takes it, and the step itself for whoever may. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Programme, ProgrammeStage } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { today } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';

const next: Partial<
  Record<ProgrammeStage, { role: string; act: 'calculate' | 'review' | 'notice' | 'approve' | 'close' }>
> = {
  draft: { role: 'finance_clerk', act: 'calculate' },
  calculated: { role: 'reviewer', act: 'review' },
  reviewed: { role: 'finance_clerk', act: 'notice' },
  notice: { role: 'finance_approver', act: 'approve' },
  paid: { role: 'finance_approver', act: 'close' },
};

export function ProgrammeActions({ programme }: { programme: Programme }) {
  const { t } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const [remarks, setRemarks] = useState('');
  const [contact, setContact] = useState('');
  const [from, setFrom] = useState(() => today());
  const path = { params: { path: { id: programme.id } } };
  const step = useMutation({
    mutationFn: async (decision: 'approve' | 'return' | 'go'): Promise<unknown> => {
      const act = next[programme.stage]?.act;
      if (act === 'calculate') return ask(api.POST('/api/v1/compensation/programmes/{id}/calculate', path));
      if (act === 'notice') {
        const body = { from: from.format('YYYY-MM-DD'), contact: contact.trim() };
        return ask(api.POST('/api/v1/compensation/programmes/{id}/notice', { ...path, body }));
      }
      const said = remarks.trim() ? { remarks: remarks.trim() } : {};
      if (act === 'close') return ask(api.POST('/api/v1/compensation/programmes/{id}/close', { ...path, body: said }));
      const body = { decision: decision as 'approve' | 'return', ...said };
      return act === 'review'
        ? ask(api.POST('/api/v1/compensation/programmes/{id}/review', { ...path, body }))
        : ask(api.POST('/api/v1/compensation/programmes/{id}/approve', { ...path, body }));
    },
    onSuccess: () => setRemarks(''),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['programme', programme.id] }),
        client.invalidateQueries({ queryKey: ['programme-run', programme.id] }),
      ]),
  });
  const turn = next[programme.stage];
  if (!turn) return null;
  const mine = hasRole(user, turn.role);
  const decides = turn.act === 'review' || turn.act === 'approve';
  return (
    <div className="stage-actions no-print" data-test="actions">
      <p className="muted">
        {t('compensation:nextStep', { act: t(`compensation:do.${turn.act}`), role: t(`common:role.${turn.role}`) })}
      </p>
      {step.error && <ProblemAlert error={step.error} />}
      {mine && turn.act === 'notice' && (
        <div className="row">
          <DatePicker
            value={from}
            allowClear={false}
            onChange={(day) => day && setFrom(day)}
            aria-label={t('compensation:from')}
          />
          <Input
            style={{ maxWidth: 360 }}
            value={contact}
            onChange={({ target }) => setContact(target.value)}
            placeholder={t('compensation:contact')}
            aria-label={t('compensation:contact')}
            data-test="contact"
          />
        </div>
      )}
      {mine && (decides || turn.act === 'close') && (
        <Input.TextArea
          value={remarks}
          autoSize={{ minRows: 2 }}
          onChange={({ target }) => setRemarks(target.value)}
          placeholder={t('compensation:remarks')}
          aria-label={t('compensation:remarks')}
          data-test="remarks"
        />
      )}
      {mine && (
        <div className="row">
          {decides && (
            <Button
              disabled={!remarks.trim() || step.isPending}
              onClick={() => step.mutate('return')}
              data-test="return"
            >
              {t('compensation:do.return')}
            </Button>
          )}
          <Button
            type="primary"
            loading={step.isPending}
            disabled={turn.act === 'notice' && !contact.trim()}
            onClick={() => step.mutate(decides ? 'approve' : 'go')}
            data-test="go"
          >
            {t(`compensation:do.${turn.act}`)}
          </Button>
        </div>
      )}
    </div>
  );
}
