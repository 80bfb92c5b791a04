/** What was measured, a tab for each form, as the form heads it. */
import { Select, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { FieldForm, SinkProject } from '../api/types';
import { LongList } from '../shared/long-table/long-list';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { Waiting } from '../shared/waiting';
import { useSpeciesName } from './species';
import { useForms, usePlots } from './use-sink';

type Row = Record<string, string | number | null>;

export function DataPanel({ project }: { project: SinkProject }) {
  const { t, i18n } = useTranslation();
  const forms = useForms();
  const plots = usePlots(project.id);
  const [plot, setPlot] = useState<string>();
  if (forms.error) return <ProblemAlert error={forms.error} onRetry={() => void forms.refetch()} />;
  if (!forms.data) return <Waiting />;
  const english = i18n.language === 'en';
  const species = new Map(forms.data.species.map(({ code, zh }) => [code, zh]));
  return (
    <div className="rooms" data-test="field-data">
      <Select
        allowClear
        showSearch
        className="field-plot"
        aria-label={t('sinks:plot')}
        placeholder={t('sinks:allPlots')}
        value={plot}
        onChange={(next?: string) => setPlot(next)}
        options={plots.items?.map(({ code }) => ({ value: code, label: code }))}
      />
      <Tabs
        size="small"
        destroyOnHidden
        items={forms.data.forms.map((form) => ({
          key: form.name,
          label: english ? form.en : form.zh,
          children: <Rows project={project} form={form} plot={plot} english={english} species={species} />,
        }))}
      />
    </div>
  );
}

function Rows({
  project,
  form,
  plot,
  english,
  species,
}: {
  project: SinkProject;
  form: FieldForm;
  plot: string | undefined;
  english: boolean;
  species: Map<string, string>;
}) {
  const { t } = useTranslation();
  const speciesName = useSpeciesName();
  const name = form.name as 'plot' | 'tree' | 'shrub' | 'grass' | 'litter' | 'deadwood' | 'soil';
  const rows = usePages<Row>(['field-rows', project.id, name, plot], async (cursor) => {
    const page = await ask(
      api.GET('/api/v1/sink/projects/{id}/forms/{form}', {
        params: {
          path: { id: project.id, form: name },
          query: { limit: 200, ...(plot && { plot }), ...(cursor && { cursor }) },
        },
      }),
    );
    return { ...page, items: page.items as Row[] };
  });
  // Positions stand among the plots, for those who may see them.
  const shown = form.columns.filter((column) => !['longitude', 'latitude', 'accuracy_m'].includes(column.name));
  return (
    <LongList<Row>
      name={`field.${form.name}`}
      label={english ? form.en : form.zh}
      rowKey={(row) => Object.values(row).slice(0, 4).join('/')}
      query={rows}
      empty={<Nothing title={t('sinks:noRows')} />}
      columns={shown.map((column) => ({
        key: column.name,
        title: english ? column.en : column.zh,
        unit: column.unit ?? undefined,
        numeric: ['number', 'integer'].includes(column.type),
        text: (row: Row) => {
          const value = row[column.name];
          if (value === null || value === undefined) return '';
          if (column.type === 'species') return speciesName(String(value), species.get(String(value)));
          return (!english && column.choices?.[String(value)]) || String(value);
        },
      }))}
    />
  );
}
