/** Somebody stands at the counter: their household by number, identity card or bank card, and why it gets what it gets. */
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { Yuan } from './yuan';

const WAYS = ['number', 'identity', 'card'] as const;
interface Sought {
  by: (typeof WAYS)[number];
  number: string;
}

export function FindHousehold({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const search = useMutation({
    mutationFn: (body: Sought) =>
      ask(
        api.POST('/api/v1/compensation/programmes/{id}/households/search', {
          params: { path: { id: programmeId } },
          body,
        }),
      ),
  });
  return (
    <section className="panel" data-test="find-household">
      <h2>{t('compensation:find.title')}</h2>
      <p className="muted">{t('compensation:find.hint')}</p>
      <Form<Sought> layout="inline" initialValues={{ by: 'number' }} onFinish={(body) => search.mutate(body)}>
        <Form.Item name="by" label={t('compensation:find.by')}>
          <Select
            options={WAYS.map((value) => ({ value, label: t(`compensation:find.${value}`) }))}
            style={{ width: 132 }}
          />
        </Form.Item>
        <Form.Item
          name="number"
          label={t('compensation:find.value')}
          rules={[{ required: true, min: 4, message: t('compensation:find.needed') }]}
        >
          <Input autoComplete="off" maxLength={40} style={{ width: 240 }} />
        </Form.Item>
        <Button htmlType="submit" type="primary" loading={search.isPending}>
          {t('compensation:find.do')}
        </Button>
      </Form>
      {search.error && <ProblemAlert error={search.error} />}
      <div role="status">
        {search.data?.length === 0 && <p>{t('compensation:find.none')}</p>}
        {search.data?.map(({ id, number, name, identity, banner, allotmentId, amount }) => (
          <p key={id} className="found-household">
            <span className="num">{number}</span> {name} · <span className="num">{identity}</span> ·{' '}
            {regionName(banner)}
            {allotmentId ? (
              <>
                {' · '}
                <Yuan amount={amount} />{' '}
                <Link to={`/compensation/why/${allotmentId}`}>{t('compensation:find.why')}</Link>
              </>
            ) : (
              <span className="muted"> · {t('compensation:find.notYet')}</span>
            )}
          </p>
        ))}
      </div>
    </section>
  );
}
