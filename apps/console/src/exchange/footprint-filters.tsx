/** By what footprints are narrowed down, whichever way they went; what else can be done with the list stands beside it. */
import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, Search } from '../shared/filters';
import { type Filter, useFilter } from '../shared/use-filter';
import { footprintStatuses } from './use-exchange';

const choices = { q: [], status: footprintStatuses } as const;
type FootprintFilter = Filter<typeof choices>;

export const useFootprintFilter = () => useFilter(choices);

export function FootprintFilters({
  filter,
  narrow,
  children,
}: PropsWithChildren<{ filter: FootprintFilter; narrow(part: FootprintFilter): void }>) {
  const { t } = useTranslation();
  return (
    <div className="filters" role="search">
      <Search label={t('exchange:search')} value={filter.q} onChange={(q) => narrow({ q })} />
      <Choice
        label={t('exchange:state')}
        values={footprintStatuses}
        value={filter.status}
        textOf={(value) => t(`exchange:status.${value}`)}
        onChange={(status) => narrow({ status })}
      />
      {children}
    </div>
  );
}
