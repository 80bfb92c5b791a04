import { useQuery } from '@tanstack/react-query';
import { Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Filing, IssueWish, LabelKind } from '../api/types';
import { groupDecimal, normaliseNumber } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { useRun } from '../runs/use-run';
import { period } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';

const kinds: readonly LabelKind[] = ['footprint', 'reduced', 'neutral'];

interface Props {
  filing: Filing;
  wish: IssueWish;
  onChange(wish: IssueWish): void;
}

/** What the issued label is to say: its kind, the base label of a reduced one, what offsets a neutral one. */
export function LabelWish({ filing, wish, onChange }: Props) {
  const { t } = useTranslation();
  const kind = wish.kind ?? 'footprint';
  const run = useRun(filing.runId ?? undefined);
  const products = (run.data?.result?.tables.product ?? []).flatMap(({ product_id: id }) =>
    id === undefined || id === null ? [] : [String(id)],
  );
  const labels = useQuery({
    queryKey: ['labels', 'bases', filing.organisation.id],
    enabled: kind === 'reduced',
    queryFn: () => ask(api.GET('/api/v1/labels', { params: { query: { limit: 200 } } })),
  });
  const bases = (labels.data?.items ?? []).filter(
    (label) =>
      label.organisation === filing.organisation.name &&
      label.method === filing.method &&
      label.status !== 'withdrawn' &&
      label.periodEnd < filing.periodStart,
  );
  const offset = wish.offset ?? { asset: '', serials: [], quantity: '' };
  const setOffset = (change: Partial<typeof offset>) => onChange({ ...wish, offset: { ...offset, ...change } });
  return (
    <div className="label-wish" data-test="label-wish">
      {products.length > 1 && (
        <label>
          <span>{t('reviews:wish.product')}</span>
          <Select
            aria-label={t('reviews:wish.product')}
            value={wish.product}
            placeholder={t('reviews:wish.productHint')}
            options={products.map((value) => ({ value, label: value }))}
            onChange={(product?: string) => onChange({ ...wish, product })}
          />
        </label>
      )}
      <Radio.Group
        aria-label={t('reviews:wish.kind')}
        value={kind}
        onChange={({ target }) => {
          const { product } = wish;
          onChange({ ...(product && { product }), kind: target.value as LabelKind });
        }}
        className="label-kinds"
      >
        {kinds.map((value) => (
          <Radio key={value} value={value}>
            <strong>{t(`labels:kind.${value}`)}</strong>
            <span className="muted"> {t(`reviews:wish.${value}`)}</span>
          </Radio>
        ))}
      </Radio.Group>
      {kind === 'reduced' && (
        <>
          {labels.error && <ProblemAlert error={labels.error} onRetry={() => void labels.refetch()} />}
          <label>
            <span>{t('reviews:wish.baseline')}</span>
            <Select
              aria-label={t('reviews:wish.baseline')}
              data-test="baseline"
              loading={labels.isPending}
              value={wish.baseline}
              placeholder={t('reviews:wish.baselineHint')}
              notFoundContent={t('reviews:wish.noBaseline')}
              options={bases.map((label) => ({
                value: label.number,
                label: `${label.number} · ${period(label.periodStart, label.periodEnd)} · ${groupDecimal(label.value)} ${prettyUnit(label.unit)}`,
              }))}
              onChange={(baseline?: string) => onChange({ ...wish, baseline })}
            />
          </label>
        </>
      )}
      {kind === 'neutral' && (
        <>
          <label>
            <span>{t('reviews:wish.asset')}</span>
            <Input
              maxLength={64}
              value={offset.asset}
              placeholder="SC24"
              data-test="offset-asset"
              onChange={({ target }) => setOffset({ asset: target.value.trim() })}
            />
          </label>
          <label>
            <span>{t('reviews:wish.serials')}</span>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 6 }}
              placeholder="1-250"
              value={offset.serials.join('\n')}
              data-test="offset-serials"
              onChange={({ target }) => setOffset({ serials: target.value.split('\n').map((line) => line.trim()) })}
            />
          </label>
          <label>
            <span>{t('reviews:wish.quantity')}</span>
            <Input
              inputMode="decimal"
              className="num"
              value={offset.quantity}
              data-test="offset-quantity"
              onChange={({ target }) => setOffset({ quantity: target.value })}
              onBlur={() => setOffset({ quantity: normaliseNumber(offset.quantity) })}
            />
          </label>
        </>
      )}
    </div>
  );
}

/** Whether everything that the kind needs is named; whether it holds is for the service to say. */
export const isWhole = ({ kind, baseline, offset }: IssueWish): boolean => {
  if (kind === 'reduced') return Boolean(baseline);
  if (kind !== 'neutral') return true;
  return Boolean(offset?.asset && offset.quantity && offset.serials.some(Boolean));
};

/** Blank lines between ranges say nothing. */
export const tidy = (wish: IssueWish): IssueWish =>
  wish.offset ? { ...wish, offset: { ...wish.offset, serials: wish.offset.serials.filter(Boolean) } } : wish;
