/** A column of a method over rasters: which one, from which factors, summed by which zones and classes. */
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask } from '../api/client';
import type { RasterColumn } from '../api/types';
import { today } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionOptions } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { FactorField, type FactorValue } from './factor-field';
import { useRasterChoice, useRasterColumns } from './use-rasters';
import './rasters.css';

interface Values {
  title: string;
  region: string;
  asOf: Dayjs;
  column: string;
  factors: Record<string, FactorValue | undefined>;
  zones?: string;
  classes?: string;
  codes?: string;
  unit: string;
  decimals: number;
  per: 'area' | 'cell';
  planarAreas: boolean;
  written: boolean;
}

const keyOf = ({ method, table, column }: RasterColumn): string => `${method} ${table} ${column}`;

export function NewRunPage() {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  useTitle(t('rasters:newRun'));
  const columns = useRasterColumns();
  const rasters = useRasterChoice();
  const regions = useRegionOptions();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('column', form);
  const classes = Form.useWatch('classes', form);
  const column = columns.data?.find((one) => keyOf(one) === chosen);
  const groups = useMemo(() => grouped(columns.data ?? [], text), [columns.data, text]);
  const start = useMutation({
    mutationFn: ({
      asOf,
      column: _,
      factors,
      zones,
      classes: classRaster,
      codes,
      unit,
      decimals,
      per,
      ...rest
    }: Values) =>
      ask(
        api.POST('/api/v1/ecoproduct/raster-runs', {
          body: {
            ...rest,
            ...{ method: column!.method, table: column!.table, column: column!.column },
            asOf: asOf.format('YYYY-MM-DD'),
            factors: Object.fromEntries(column!.inputs.map(({ name }) => [name, factors[name]!])),
            ...(zones && { zones: { raster: zones } }),
            ...(classRaster && { classes: { raster: classRaster, codes: codesOf(codes) } }),
            total: { unit, decimals, per },
          },
        }),
      ),
    onSuccess: ({ id }) => void navigate(`/ecoproducts/rasters/runs/${id}`, { replace: true }),
  });
  if (columns.isPending || rasters.isPending) return <Waiting />;
  const rules = [{ required: true, message: t('common:required') }];
  const ofKind = (kind: string) =>
    (rasters.data ?? []).filter((one) => one.kind === kind).map(({ id, name }) => ({ value: id, label: name }));
  const error = columns.error ?? rasters.error;
  return (
    <div className="page">
      <PageHead
        title={t('rasters:newRun')}
        hint={t('rasters:newRunHint')}
        back={{ to: '/ecoproducts/rasters', text: t('rasters:title') }}
      />
      {error && <ProblemAlert error={error} onRetry={() => (void columns.refetch(), void rasters.refetch())} />}
      <Form<Values>
        form={form}
        layout="vertical"
        className="panel"
        requiredMark="optional"
        initialValues={{ region: '150000', asOf: today(), decimals: 3, per: 'area', planarAreas: false, written: true }}
        onFinish={(values) => start.mutate(values)}
        onValuesChange={(changed: Partial<Values>) => {
          const next = changed.column && columns.data?.find((one) => keyOf(one) === changed.column);
          if (next) form.setFieldsValue({ factors: {}, unit: totalUnit(next.unit) });
        }}
        scrollToFirstError={{ focus: true }}
      >
        <div className="raster-fields">
          <Form.Item name="title" label={t('rasters:runTitle')} rules={[{ ...rules[0], whitespace: true }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="column" label={t('rasters:column')} rules={rules}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={groups} data-test="raster-column" />
          </Form.Item>
          <Form.Item name="region" label={t('rasters:region')} rules={rules}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={regions} />
          </Form.Item>
          <Form.Item name="asOf" label={t('rasters:asOf')} rules={rules}>
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
        </div>
        {column && (
          <fieldset className="raster-group" data-test="factors">
            <legend>{t('rasters:factors')}</legend>
            <div className="raster-fields">
              {column.inputs.map((input) => (
                <Form.Item
                  key={input.name}
                  name={['factors', input.name]}
                  label={`${text(input.title)}${input.unit && input.unit !== '1' ? ` (${input.unit})` : ''}`}
                  extra={input.help && text(input.help)}
                  rules={rules}
                >
                  <FactorField input={input} rasters={rasters.data ?? []} />
                </Form.Item>
              ))}
            </div>
          </fieldset>
        )}
        <fieldset className="raster-group">
          <legend>{t('rasters:sums')}</legend>
          <div className="raster-fields">
            <Form.Item name="zones" label={t('rasters:byZone')} extra={t('rasters:byZoneHint')}>
              <Select allowClear options={ofKind('zones')} placeholder={t('rasters:oneSum')} data-test="raster-zones" />
            </Form.Item>
            <Form.Item name="classes" label={t('rasters:byClass')}>
              <Select allowClear options={ofKind('classes')} />
            </Form.Item>
            {classes && (
              <Form.Item
                name="codes"
                label={t('rasters:codes')}
                rules={[
                  { required: true, pattern: /^\s*\d+(\s*[,，、\s]\s*\d+)*\s*$/, message: t('rasters:codesWrong') },
                ]}
              >
                <Input placeholder="1, 2, 3" />
              </Form.Item>
            )}
            <Form.Item name="unit" label={t('rasters:totalUnit')} rules={rules}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="decimals" label={t('rasters:decimals')} rules={rules}>
              <InputNumber min={0} max={9} precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="per" label={t('rasters:per')}>
              <Select
                options={(['area', 'cell'] as const).map((value) => ({ value, label: t(`rasters:pers.${value}`) }))}
              />
            </Form.Item>
          </div>
          <Form.Item name="written" valuePropName="checked" style={{ marginBottom: 4 }}>
            <Checkbox>{t('rasters:written')}</Checkbox>
          </Form.Item>
          <Form.Item name="planarAreas" valuePropName="checked">
            <Checkbox>{t('rasters:planar')}</Checkbox>
          </Form.Item>
        </fieldset>
        {start.error && <ProblemAlert error={start.error} />}
        <Button type="primary" htmlType="submit" loading={start.isPending} data-test="start-run">
          {t('rasters:start')}
        </Button>
      </Form>
    </div>
  );
}

function grouped(columns: readonly RasterColumn[], text: ReturnType<typeof useText>) {
  const methods = [...new Set(columns.map(({ method }) => method))];
  return methods.map((method) => {
    const own = columns.filter((one) => one.method === method);
    return {
      label: text(own[0]!.methodTitle),
      options: own.map((one) => ({
        value: keyOf(one),
        label: `${text(one.title)}${one.unit === '1' ? '' : ` (${one.unit})`} · ${text(one.methodTitle)}`,
      })),
    };
  });
}

/** What a rate per area adds up to, as a first guess: t/(hm²·a) gives t/a, mm gives m³. */
function totalUnit(unit: string): string {
  const perArea = /^(.+)\/\(?hm²(?:·a\))?$/.exec(unit);
  if (perArea) return unit.endsWith('·a)') ? `${perArea[1]}/a` : perArea[1]!;
  return unit === 'mm' ? 'm³' : '';
}

const codesOf = (text = ''): number[] => [
  ...new Set(
    text
      .split(/[^\d]+/)
      .filter(Boolean)
      .map(Number),
  ),
];
