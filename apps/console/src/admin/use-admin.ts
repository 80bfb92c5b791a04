import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

/** Organisations to choose from, by name. */
export function useOrganisations() {
  const query = useQuery({
    queryKey: ['admin', 'organisations', 'all'],
    queryFn: async () =>
      (await ask(api.GET('/api/v1/admin/organisations', { params: { query: { limit: 200 } } }))).items,
  });
  const nameOf = (id: string) => query.data?.find((organisation) => organisation.id === id)?.name ?? '…';
  return { options: (query.data ?? []).map(({ id, name }) => ({ value: id, label: name })), nameOf };
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
