import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client';
import type { components } from '../api/generated';

type Schemas = components['schemas'];
export type SupplierLink = Schemas['SupplierLinkDto'];

export type LinkStep =
  | { step: 'consent'; body: Schemas['LinkConsentBody'] }
  | { step: 'refuse' | 'withdraw'; body: Schemas['LinkNoteBody'] }
  | { step: 'accept' | 'decline' | 'joint-run' };

/** A step of a link, after which the list is read again. */
export function useLinks(after?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: { id: string } & LinkStep) => {
      const params = { path: { id } };
      switch (change.step) {
        case 'consent':
          return ask(api.POST('/api/v1/supplier-links/{id}/consent', { params, body: change.body }));
        case 'refuse':
          return ask(api.POST('/api/v1/supplier-links/{id}/refuse', { params, body: change.body }));
        case 'withdraw':
          return ask(api.POST('/api/v1/supplier-links/{id}/withdraw', { params, body: change.body }));
        case 'accept':
          return ask(api.POST('/api/v1/supplier-links/{id}/accept', { params }));
        case 'decline':
          return ask(api.POST('/api/v1/supplier-links/{id}/decline', { params }));
        case 'joint-run':
          return ask(api.POST('/api/v1/supplier-links/{id}/joint-run', { params }));
      }
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['supplier-links'] });
      after?.();
    },
  });
}
