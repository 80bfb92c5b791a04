/** A soil through the years by RothC: calibrated to what was measured, then with the inputs of a project beside it. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SoilCourse } from '../api/types';
import { SinkChart } from '../credits/chart';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import './sinks.css';

interface Month {
  temperature: number;
  rain: number;
  evaporation: number;
  input: number;
  covered: boolean;
}
interface Values {
  clay: number;
  depth: number;
  measured: number;
  dpmRpm: number;
  inputFactor: number;
  manure: number;
  years: number;
  months: Month[];
}

/** A steppe of the Xilin basin, rounded: something to begin with, to be replaced by the station's own figures. */
const TEMPERATURE = [-19, -15, -6, 4, 12, 18, 21, 19, 12, 3, -8, -16];
const RAIN = [2, 3, 6, 9, 24, 45, 85, 70, 30, 13, 5, 3];
const EVAPORATION = [10, 20, 70, 170, 270, 280, 260, 210, 160, 100, 40, 15];
const START: Values = {
  ...{ clay: 16, depth: 30, measured: 42, dpmRpm: 0.67, inputFactor: 1.2, manure: 0, years: 20 },
  months: TEMPERATURE.map((temperature, i) => ({
    ...{ temperature, rain: RAIN[i]!, evaporation: EVAPORATION[i]! },
    input: i > 3 && i < 9 ? 1 : 0,
    covered: true,
  })),
};
const FIELDS = [
  ['clay', '%', 0, 90],
  ['depth', 'cm', 1, 100],
  ['measured', 't C/hm²', 0.1, 1000],
  ['inputFactor', '×', 0, 5],
  ['manure', 't C/hm²', 0, 20],
  ['years', '', 1, 100],
] as const;
const CLIMATE = ['temperature', 'rain', 'evaporation', 'input'] as const;

const carbon = (value: number) => value.toFixed(2);

export function SoilPage() {
  const { t } = useTranslation();
  useTitle(t('sinks:soil.title'));
  const course = useMutation({
    mutationFn: (body: Values) => ask(api.POST('/api/v1/sink/soil/course', { body })),
  });
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <div className="page">
      <PageHead
        title={t('sinks:soil.title')}
        hint={t('sinks:soil.hint')}
        back={{ to: '/sinks', text: t('sinks:back') }}
      />
      <section className="panel">
        <Form<Values> layout="vertical" requiredMark={false} initialValues={START} onFinish={(v) => course.mutate(v)}>
          <div className="soil-fields">
            {FIELDS.map(([name, suffix, min, max]) => (
              <Form.Item key={name} name={name} label={t(`sinks:soil.${name}`)} rules={rules}>
                <InputNumber
                  min={min}
                  max={max}
                  suffix={suffix || undefined}
                  precision={name === 'years' ? 0 : undefined}
                  style={{ width: '100%' }}
                />
              </Form.Item>
            ))}
            <Form.Item name="dpmRpm" label={t('sinks:soil.dpmRpm')} rules={rules}>
              <Select
                options={[0.67, 1.44, 0.25].map((value) => ({ value, label: t(`sinks:soil.plants.${value * 100}`) }))}
              />
            </Form.Item>
          </div>
          <h3>{t('sinks:soil.months')}</h3>
          <p className="muted">{t('sinks:soil.monthsHint')}</p>
          <div className="wide-table" role="region" tabIndex={0} aria-label={t('sinks:soil.months')}>
            <table className="soil-months">
              <thead>
                <tr>
                  <th scope="col">{t('sinks:soil.month')}</th>
                  {CLIMATE.map((name) => (
                    <th key={name} scope="col">
                      {t(`sinks:soil.${name}`)}
                    </th>
                  ))}
                  <th scope="col">{t('sinks:soil.covered')}</th>
                </tr>
              </thead>
              <tbody>
                {START.months.map((_, i) => (
                  <tr key={i}>
                    <th scope="row" className="num">
                      {i + 1}
                    </th>
                    {CLIMATE.map((name) => (
                      <td key={name}>
                        <Form.Item name={['months', i, name]} noStyle rules={rules}>
                          <InputNumber
                            size="small"
                            min={name === 'temperature' ? -60 : 0}
                            max={name === 'temperature' ? 50 : 1000}
                            aria-label={`${t(`sinks:soil.${name}`)} ${i + 1}`}
                          />
                        </Form.Item>
                      </td>
                    ))}
                    <td>
                      <Form.Item name={['months', i, 'covered']} valuePropName="checked" noStyle>
                        <Checkbox aria-label={`${t('sinks:soil.covered')} ${i + 1}`} />
                      </Form.Item>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {course.error && <ProblemAlert error={course.error} />}
          <Button type="primary" htmlType="submit" loading={course.isPending}>
            {t('sinks:soil.go')}
          </Button>
        </Form>
      </section>
      {course.data && <Course course={course.data} />}
    </div>
  );
}

function Course({ course: { inert, input, baseline, project, gain } }: { course: SoilCourse }) {
  const { t } = useTranslation();
  const years = baseline.map((_, year) => year);
  return (
    <section className="panel" data-test="course" aria-live="polite">
      <h2>{t('sinks:soil.result')}</h2>
      <Alert type="info" showIcon title={t('sinks:soil.informationOnly')} />
      <dl className="facts" style={{ marginBlock: 14 }}>
        {(
          [
            ['inert', `${carbon(inert)} t C/hm²`],
            ['restInput', `${input.toFixed(3)} t C/(hm²·a)`],
            ['gain', `${gain.toFixed(3)} t CO₂e/(hm²·a)`],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`sinks:soil.${name}`)}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <SinkChart
        label={t('sinks:soil.result')}
        x={years.map(String)}
        units={['t C/hm²']}
        from="data"
        all={[
          { name: t('sinks:soil.baseline'), type: 'line', data: baseline },
          { name: t('sinks:soil.project'), type: 'line', data: project },
        ]}
      />
      <WideTable
        label={t('sinks:soil.result')}
        rowKey="year"
        dataSource={years.map((year) => ({ year, before: baseline[year]!, after: project[year]! }))}
        columns={[
          { title: t('sinks:soil.year'), className: 'num', dataIndex: 'year' },
          {
            title: t('sinks:soil.baseline'),
            align: 'end',
            className: 'num',
            render: (_, { before }) => carbon(before),
          },
          { title: t('sinks:soil.project'), align: 'end', className: 'num', render: (_, { after }) => carbon(after) },
          {
            title: t('sinks:soil.difference'),
            align: 'end',
            className: 'num',
            render: (_, { before, after }) => carbon(after - before),
          },
        ]}
      />
    </section>
  );
}
