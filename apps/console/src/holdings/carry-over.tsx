/** How much of old vintages may still be carried over, and by which figures. Shown to whom it may concern: holders of such units. */
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { groupDecimal } from '../numbers/decimal';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { ProblemAlert } from '../shared/problem-alert';

export function CarryOver() {
  const { t } = useTranslation();
  const { organisation } = useUser();
  const limits = useQuery({
    queryKey: ['holdings', 'carry-over', organisation.id],
    queryFn: () =>
      ask(
        api.GET('/api/v1/registry/carry-over/{organisation}', { params: { path: { organisation: organisation.id } } }),
      ),
  });
  if (limits.error) return <ProblemAlert error={limits.error} onRetry={() => void limits.refetch()} />;
  const shown = (limits.data ?? []).filter(({ holding, used }) => holding !== '0' || used !== '0');
  if (!shown.length) return null;
  return (
    <section className="panel" data-test="carry-over">
      <h2>{t('holdings:carryOver')}</h2>
      {shown.map((one) => (
        <div key={one.holdingOn}>
          <p>
            {t('holdings:carryOverLimit', {
              ...{ into: one.into.join('、'), limit: groupDecimal(one.limit), used: groupDecimal(one.used) },
              until: one.applyUntil,
            })}{' '}
            <ConfidenceTag confidence={one.confidence} />
          </p>
          <p className="muted num">
            {t('holdings:carryOverWhy', {
              ...{ base: groupDecimal(one.base), multiple: one.multiple, formula: groupDecimal(one.formula) },
              ...{ sold: groupDecimal(one.sold), bought: groupDecimal(one.bought) },
              ...{ on: one.holdingOn, holding: groupDecimal(one.holding) },
            })}
            {one.issued &&
              ` ${t('holdings:carryOverIssued', { number: one.issued.number, tonnes: groupDecimal(one.issued.tonnes) })}`}
          </p>
          {one.late.map(({ year, due, inTime, deadline }) => (
            <Alert
              key={year}
              type="warning"
              showIcon
              title={t('holdings:carryOverTooLate', {
                ...{ year, deadline, due: groupDecimal(due), inTime: groupDecimal(inTime) },
              })}
            />
          ))}
        </div>
      ))}
    </section>
  );
}
