import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../shared/page-head';
import { useTitle } from '../shared/use-title';
import { Machines } from './machines';
import { Organisations } from './organisations';
import { People } from './people';

const views = { people: People, organisations: Organisations, machines: Machines };
const names = Object.keys(views) as (keyof typeof views)[];

export function AdminPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = names.find((name) => name === search.get('view')) ?? 'people';
  useTitle(t('admin:title'));
  const View = views[view];
  return (
    <div className="page">
      <PageHead title={t('admin:title')} hint={t('admin:hint')} />
      <Radio.Group
        value={view}
        optionType="button"
        aria-label={t('admin:title')}
        onChange={({ target }) => setSearch(target.value === 'people' ? {} : { view: target.value }, { replace: true })}
        options={names.map((value) => ({ value, label: t(`admin:views.${value}`) }))}
      />
      <View />
    </div>
  );
}
