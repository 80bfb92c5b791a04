/** Values that a programme puts in place of the sheet's, dated, for the region, a league or a banner, each with its paper. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select, type TableColumnsType } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Programme, ProgrammeParameter } from '../api/types';
import { useMethod } from '../methods/use-methods';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName, useRegions } from '../shared/use-regions';
import { WideTable } from '../shared/wide-table';
import { useText } from '../shared/use-text';

interface Values {
  name: string;
  region: string;
  value: string;
  validFrom: Dayjs;
  validTo?: Dayjs;
  source: string;
  confidence: 'official' | 'secondary' | 'provisional';
}

const confidences = ['official', 'secondary', 'provisional'] as const;

export function Parameters({ programme }: { programme: Programme }) {
  const { t } = useTranslation();
  const text = useText();
  const regionName = useRegionName();
  const regions = useRegions();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const editable = programme.stage === 'draft' && hasRole(useUser(), 'finance_clerk');
  const method = useMethod(programme.method);
  const path = { params: { path: { id: programme.id } } };
  const queryKey = ['programme-parameters', programme.id];
  const query = useQuery({
    queryKey,
    queryFn: () => ask(api.GET('/api/v1/compensation/programmes/{id}/parameters', path)),
  });
  const again = () => client.invalidateQueries({ queryKey });
  const add = useMutation({
    mutationFn: ({ validFrom, validTo, ...rest }: Values) =>
      ask(
        api.POST('/api/v1/compensation/programmes/{id}/parameters', {
          ...path,
          body: {
            ...rest,
            validFrom: validFrom.format('YYYY-MM-DD'),
            ...(validTo && { validTo: validTo.format('YYYY-MM-DD') }),
          },
        }),
      ),
    onSuccess: () => form.resetFields(['value', 'region']),
    onSettled: again,
  });
  const remove = useMutation({
    mutationFn: (parameter: string) =>
      ask(
        api.DELETE('/api/v1/compensation/programmes/{id}/parameters/{parameter}', {
          params: { path: { id: programme.id, parameter } },
        }),
      ),
    onSettled: again,
  });
  const known = method.data?.parameters.filter(({ type }) => type === 'number') ?? [];
  const titleOf = (name: string) => text(known.find((one) => one.name === name)?.title) || name;
  const columns: TableColumnsType<ProgrammeParameter> = [
    { title: t('compensation:parameter.name'), render: (_, { name }) => titleOf(name) },
    { title: t('compensation:region'), render: (_, { region }) => regionName(region.padEnd(6, '0')) },
    { title: t('compensation:parameter.value'), align: 'end', className: 'num', dataIndex: 'value' },
    {
      title: t('compensation:parameter.valid'),
      className: 'num',
      render: (_, { validFrom, validTo }) => `${validFrom} – ${validTo ?? ''}`,
    },
    {
      title: t('compensation:parameter.source'),
      render: (_, { source, confidence }) => (
        <>
          {source} <ConfidenceTag confidence={confidence} />
        </>
      ),
    },
    {
      key: 'do',
      align: 'end',
      render: (_, { id }) =>
        editable && (
          <Button size="small" onClick={() => remove.mutate(id)}>
            {t('compensation:parameter.remove')}
          </Button>
        ),
    },
  ];
  if (!editable && !query.data?.length) return null;
  const failed = query.error ?? add.error ?? remove.error;
  const rules = [{ required: true, message: t('common:required') }];
  const scope = programme.region.replace(/(00){1,2}$/, '');
  return (
    <section className="panel" data-test="parameters">
      <h2>{t('compensation:parameter.title')}</h2>
      <p className="muted">{t('compensation:parameter.hint')}</p>
      {failed && <ProblemAlert error={failed} />}
      {!!query.data?.length && (
        <WideTable
          label={t('compensation:parameter.title')}
          rowKey="id"
          size="small"
          columns={columns}
          dataSource={query.data}
          pagination={false}
        />
      )}
      {editable && (
        <Form
          form={form}
          layout="vertical"
          className="form-grid"
          onFinish={(values) => add.mutate(values)}
          initialValues={{ validFrom: dayjs(programme.periodStart), confidence: 'official' }}
        >
          <Form.Item name="name" label={t('compensation:parameter.name')} rules={rules}>
            <Select options={known.map(({ name, title }) => ({ value: name, label: text(title) }))} />
          </Form.Item>
          <Form.Item name="region" label={t('compensation:region')} rules={rules}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={regions.data
                ?.filter(
                  ({ code, level }) => code.startsWith(scope) && ['province', 'league', 'banner'].includes(level),
                )
                .map(({ code, level }) => ({
                  // a league stands for all its banners by the part of the code that they share
                  value: level === 'league' ? code.slice(0, 4) : level === 'province' ? code.slice(0, 2) : code,
                  label: `${regionName(code)} ${code}`,
                }))}
            />
          </Form.Item>
          <Form.Item name="value" label={t('compensation:parameter.value')} rules={rules}>
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="validFrom" label={t('compensation:parameter.from')} rules={rules}>
            <DatePicker />
          </Form.Item>
          <Form.Item name="validTo" label={t('compensation:parameter.to')}>
            <DatePicker />
          </Form.Item>
          <Form.Item name="confidence" label={t('compensation:parameter.confidence')} rules={rules}>
            <Select options={confidences.map((one) => ({ value: one, label: t(`common:confidence.${one}`) }))} />
          </Form.Item>
          <Form.Item name="source" label={t('compensation:parameter.source')} rules={rules}>
            <Input />
          </Form.Item>
          <Form.Item label=" ">
            <Button htmlType="submit" loading={add.isPending}>
              {t('compensation:parameter.add')}
            </Button>
          </Form.Item>
        </Form>
      )}
    </section>
  );
}
