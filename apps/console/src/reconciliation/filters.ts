/** What differences can be narrowed down by, as the service knows it. */
export const kinds = [
  ...(['missing_in_registry', 'missing_in_bank', 'not_in_deals', 'quantity_differs', 'amount_differs'] as const),
  ...(['duplicate', 'late'] as const),
];
/** Trading days since the trade. */
export const buckets = ['0-1', '2-3', '4-7', '8-30', '>30'] as const;
export const statuses = ['open', 'explained', 'resolved'] as const;
export const owners = ['me', 'nobody'] as const;
