/** A new factor, or a new version of one that is there: filled in, proposed, and passed by somebody else. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import { asProblem } from '../api/problem';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { type Cells, cellsOf, type FieldName, FIELDS, REQUIRED } from './fields';
import './factors.css';

const confidences = ['official', 'secondary', 'provisional'] as const;

export function ProposePage() {
  const { t, i18n } = useTranslation();
  const [search] = useSearchParams();
  const of = search.get('of');
  const navigate = useNavigate();
  const [form] = Form.useForm<Cells & { reason?: string }>();
  const known = useQuery({
    queryKey: ['factor', of],
    enabled: !!of,
    queryFn: () => ask(api.GET('/api/v1/factors/{id}', { params: { path: { id: of! } } })),
  });
  const sets = useQuery({ queryKey: ['gwp-sets'], queryFn: () => ask(api.GET('/api/v1/gwp-sets')) });
  const current = known.data?.items[0];
  useEffect(() => {
    if (current) form.setFieldsValue(cellsOf(current));
  }, [current, form]);
  const proposing = useMutation({
    mutationFn: ({ reason, ...cells }: Cells & { reason?: string }) =>
      ask(
        api.POST('/api/v1/factor-proposals', {
          body: {
            title: (i18n.language === 'en' ? cells.name_en : cells.name_zh) || cells.id || '',
            ...(reason && { reason }),
            rows: [{ cells: Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell ?? ''])) }],
          },
        }),
      ),
    onSuccess: ({ id }) => void navigate(`/factors/proposals/${id}`),
  });
  const title = of ? t('factors:newVersion') : t('factors:propose.title');
  useTitle(title);
  const faults = proposing.error ? asProblem(proposing.error).faults : [];
  const wrong = (name: FieldName) => faults.find(({ column }) => column === name);
  const message = (name: FieldName) => {
    const said = wrong(name)?.message;
    return typeof said === 'object' ? (i18n.language === 'en' ? said.en : said.zh) : said;
  };
  const control = (name: FieldName) => {
    if (name === 'confidence')
      return <Select options={confidences.map((value) => ({ value, label: t(`common:confidence.${value}`) }))} />;
    if (name === 'gwp_set')
      return <Select allowClear options={sets.data?.items.map(({ id }) => ({ value: id, label: id })) ?? []} />;
    return <Input disabled={name === 'id' && !!of} maxLength={1000} />;
  };
  return (
    <div className="page">
      <PageHead
        back={of ? { to: `/factors/${of}`, text: of } : { to: '/factors', text: t('factors:title') }}
        title={title}
        hint={t('factors:propose.hint')}
      />
      {(known.error ?? proposing.error) && <ProblemAlert error={known.error ?? proposing.error} />}
      <section className="panel">
        <Form form={form} layout="vertical" onFinish={(cells) => proposing.mutate(cells)} data-test="propose">
          <div className="mapping">
            {FIELDS.map((name) => (
              <Form.Item
                key={name}
                name={name}
                label={t(`factors:field.${name}`)}
                extra={i18n.exists(`factors:fieldHint.${name}`) ? t(`factors:fieldHint.${name}`) : undefined}
                rules={REQUIRED.includes(name) ? [{ required: true, message: t('common:required') }] : []}
                {...(wrong(name) && { validateStatus: 'error' as const, help: message(name) })}
              >
                {control(name)}
              </Form.Item>
            ))}
          </div>
          <Form.Item name="reason" label={t('factors:reason')}>
            <Input.TextArea rows={3} maxLength={4000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={proposing.isPending}>
            {t('factors:propose.send')}
          </Button>
        </Form>
      </section>
    </div>
  );
}
