import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '../api/generated';

type Schemas = components['schemas'];
export type Partner = Schemas['PartnerDto'];
export type PartnerBody = Schemas['PartnerBody'];
export type Message = Schemas['PactMessageDto'];
export type Attempt = Schemas['PactAttemptDto'];
export type PartnerEvent = Schemas['PactEventDto'];
export type Received = Schemas['ReceivedDto'];
export type Published = Schemas['PublishedDto'];
export type PublishBody = Schemas['PublishBody'];
export type Finding = Schemas['PactFindingDto'];

export const footprintStatuses = ['Active', 'Deprecated'] as const;

/** A change, after which what the exchange shows is read again. */
export function useExchange<V, R>(change: (values: V) => Promise<R>, after?: (answer: R) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: ['exchange'] });
      after?.(answer);
    },
  });
}

/** Fields that were left empty are not sent. */
export const filled = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as T;

const UNITS: Record<string, string> = {
  liter: 'L',
  kilogram: 'kg',
  'cubic meter': 'm³',
  'kilowatt hour': 'kWh',
  megajoule: 'MJ',
  'ton kilometer': 'tkm',
  'square meter': 'm²',
  hour: 'h',
};

/** A unit of PACT as people write it. */
export const unitOf = (unit: string): string => UNITS[unit] ?? unit;
