/** The life of a programme. The database holds the same table of steps (programme.migration.ts) and refuses any other. */
export const STAGES = ['draft', 'calculated', 'reviewed', 'notice', 'approved', 'paid', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** Back to the draft as long as nothing was approved: figures change only by a new calculation. */
export const STEPS: readonly (readonly [from: Stage, to: Stage])[] = [
  ['draft', 'calculated'],
  ['calculated', 'reviewed'],
  ['reviewed', 'notice'],
  ['notice', 'approved'],
  ['approved', 'paid'],
  ['paid', 'closed'],
  ['calculated', 'draft'],
  ['reviewed', 'draft'],
  ['notice', 'draft'],
];
