/** A spreadsheet of factors: its columns are named, everything is checked, and all of it is proposed or nothing. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select, type TableColumnsType, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { upload } from '../api/files';
import { asProblem } from '../api/problem';
import type { FactorImportCheck, FactorImportPreview, FactorProposal, Fault } from '../api/types';
import { FaultList } from '../shared/fault-list';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import { type FieldName, FIELDS } from './fields';
import './factors.css';

type Mapping = Partial<Record<FieldName, number | { value: string }>>;

export function ImportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [mapping, setMapping] = useState<Mapping>({});
  useTitle(t('factors:import.title'));
  const preview = useMutation({
    mutationFn: (chosen: File) => upload<FactorImportPreview>('/api/v1/factor-imports/preview', chosen),
    onSuccess: ({ suggested }) => setMapping(suggested as Mapping),
  });
  const check = useMutation({
    mutationFn: () =>
      upload<FactorImportCheck>('/api/v1/factor-imports/check', file!, { mapping: JSON.stringify(mapping) }),
  });
  const propose = useMutation({
    mutationFn: (fields: { title: string; reason?: string }) =>
      upload<FactorProposal>('/api/v1/factor-imports', file!, {
        ...{ mapping: JSON.stringify(mapping), title: fields.title },
        ...(fields.reason && { reason: fields.reason }),
      }),
    onSuccess: ({ id }) => void navigate(`/factors/proposals/${id}`),
  });
  const change = (name: FieldName, place: number | { value: string } | undefined) => {
    const { [name]: _, ...rest } = mapping;
    setMapping(place === undefined ? rest : { ...rest, [name]: place });
    check.reset();
    propose.reset();
  };
  const failed = preview.error ?? check.error ?? propose.error;
  const faults = failed ? asProblem(failed).faults : [];
  return (
    <div className="page">
      <PageHead
        back={{ to: '/factors', text: t('factors:title') }}
        title={t('factors:import.title')}
        hint={t('factors:import.hint')}
      />
      <section className="panel">
        <Upload.Dragger
          accept=".xlsx,.csv"
          maxCount={1}
          showUploadList={false}
          beforeUpload={(chosen) => {
            setFile(chosen);
            check.reset();
            propose.reset();
            preview.mutate(chosen);
            return false;
          }}
        >
          <p>{file ? file.name : t('factors:import.drop')}</p>
        </Upload.Dragger>
      </section>
      {faults.length > 0 ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('factors:import.bad', { count: faults.length })}
          description={<FaultList faults={faults} placeOf={placeOf} />}
        />
      ) : (
        failed && <ProblemAlert error={failed} />
      )}
      {preview.data && (
        <>
          <Sheet preview={preview.data} />
          <section className="panel" data-test="mapping">
            <h2>{t('factors:import.mapping')}</h2>
            <p className="muted">{t('factors:import.mappingHint')}</p>
            <Columns preview={preview.data} mapping={mapping} onChange={change} />
            <Button type="primary" loading={check.isPending} onClick={() => check.mutate()} style={{ marginTop: 16 }}>
              {t('factors:import.check')}
            </Button>
          </section>
        </>
      )}
      {check.data && (
        <section className="panel" data-test="checked">
          <Alert
            type="success"
            showIcon
            title={t('factors:import.sound', { added: check.data.added, changed: check.data.changed })}
          />
          <Form
            layout="vertical"
            onFinish={(fields: { title: string }) => propose.mutate(fields)}
            style={{ marginTop: 16 }}
          >
            <Form.Item
              name="title"
              label={t('factors:proposal.title')}
              initialValue={file?.name.replace(/\.\w+$/, '')}
              rules={[{ required: true, message: t('common:required') }]}
            >
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="reason" label={t('factors:reason')}>
              <Input.TextArea rows={2} maxLength={4000} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={propose.isPending}>
              {t('factors:propose.send')}
            </Button>
          </Form>
        </section>
      )}
    </div>
  );
}

const placeOf = (fault: Fault): string => fault.cell ?? [fault.row, fault.column].filter(Boolean).join(' / ');

interface Line {
  key: number;
  cells: string[];
}

function Sheet({ preview }: { preview: FactorImportPreview }) {
  const { t } = useTranslation();
  const rows = Math.max(0, ...preview.columns.map(({ samples }) => samples.length));
  const lines: Line[] = Array.from({ length: rows }, (_, key) => ({
    key,
    cells: preview.columns.map(({ samples }) => samples[key] ?? ''),
  }));
  const columns: TableColumnsType<Line> = preview.columns.map(({ heading }, i) => ({
    title: heading || '—',
    key: i,
    render: (_, { cells }) => cells[i],
  }));
  return (
    <section className="panel flush">
      <p className="muted" style={{ padding: '12px 16px 0' }}>
        {t('factors:import.rows', { count: preview.rows })}
      </p>
      <WideTable label={t('factors:import.title')} columns={columns} dataSource={lines} />
    </section>
  );
}

interface ColumnsProps {
  preview: FactorImportPreview;
  mapping: Mapping;
  onChange: (name: FieldName, place: number | { value: string } | undefined) => void;
}

/** For each field a column, or one value for all rows: what is typed that is no column's place. */
function Columns({ preview, mapping, onChange }: ColumnsProps) {
  const { t } = useTranslation();
  const options = preview.columns.map(({ heading }, i) => ({ value: `#${i}`, label: heading || `#${i + 1}` }));
  const required = new Set(preview.fields.filter((field) => field.required).map(({ name }) => name));
  return (
    <div className="mapping">
      {FIELDS.map((name) => {
        const place = mapping[name];
        const fixed = typeof place === 'object' ? place.value : '';
        return (
          <div key={name} data-field={name}>
            <label htmlFor={`column-${name}`}>
              {t(`factors:field.${name}`)}
              {required.has(name) && <span aria-hidden> *</span>}
            </label>
            <Select
              id={`column-${name}`}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: '100%' }}
              placeholder={t('factors:import.noColumn')}
              value={typeof place === 'number' ? `#${place}` : typeof place === 'object' ? '=' : undefined}
              options={[...options, { value: '=', label: t('factors:import.oneValue') }]}
              onChange={(next?: string) =>
                onChange(name, next === undefined ? undefined : next === '=' ? { value: fixed } : Number(next.slice(1)))
              }
            />
            {typeof place === 'object' && (
              <Input
                aria-label={t('factors:import.oneValue')}
                value={fixed}
                onChange={(event) => onChange(name, { value: event.target.value })}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
