import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';

export const ROLES = [
  'filer',
  'reviewer',
  'trader',
  'finance_clerk',
  'finance_approver',
  'method_admin',
  'regulator',
  'auditor',
] as const;

export function useRoleOptions() {
  const { t } = useTranslation();
  return ROLES.map((value) => ({ value, label: t(`common:role.${value}`) }));
}

const AT_MOST = 50;

/** Organisations to choose from: the first of those that the search finds. */
export function useOrganisationChoice() {
  const [q, setQ] = useState('');
  const query = useQuery({
    queryKey: ['admin', 'organisations', 'choice', q],
    queryFn: () =>
      ask(api.GET('/api/v1/admin/organisations', { params: { query: { limit: AT_MOST, ...(q && { q }) } } })),
    placeholderData: keepPreviousData,
  });
  return {
    showSearch: { filterOption: false as const, onSearch: (text: string) => setQ(text.trim()) },
    loading: query.isFetching,
    options: query.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [],
  };
}

/** A change, after which the lists are read again. */
export function useChange<V, R>(change: (values: V) => Promise<R>, after?: (answer: R) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: ['admin'] });
      after?.(answer);
    },
  });
}
