import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Region } from '../api/types';

export const useRegions = () =>
  useQuery({
    queryKey: ['regions'],
    queryFn: async () => (await ask(api.GET('/api/v1/regions'))).items,
    staleTime: Infinity,
  });

export function useRegionName() {
  const { i18n } = useTranslation();
  const { data } = useRegions();
  const names = useMemo(() => new Map(data?.map((region) => [region.code, region])), [data]);
  return useCallback(
    (code: string | null | undefined) => {
      if (!code) return '';
      const region: Region | undefined = names.get(code);
      return region ? (i18n.language === 'en' ? region.nameEn : region.nameZh) : code;
    },
    [names, i18n.language],
  );
}

const LEVELS = ['province', 'league', 'banner'];

/** Regions to choose from, by name and code; `within`: only those whose code begins so. */
export function useRegionOptions({
  levels = LEVELS,
  within = '',
}: { levels?: readonly string[]; within?: string } = {}) {
  const { data = [] } = useRegions();
  const name = useRegionName();
  return data
    .filter(({ level, code }) => levels.includes(level) && code.startsWith(within))
    .map(({ code }) => ({ value: code, label: `${name(code)} ${code}` }));
}
