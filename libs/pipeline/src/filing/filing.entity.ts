import type { RunInput } from '@qingheng/sheet';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const FILING_STATUSES = [
  'draft',
  'running',
  'failed',
  'calculated',
  'in_review',
  'returned',
  'approved',
  'issued',
] as const;
export type FilingStatus = (typeof FILING_STATUSES)[number];

/** `calculated` is a trial: its result cannot be issued (see the run's `whyNot`), so nobody reviews it. */
export const EDITABLE: readonly FilingStatus[] = ['draft', 'failed', 'calculated', 'returned'];

export interface Person {
  id: string;
  name: string;
}

/** A table taken from another filing's issued result, or from what a domain has worked out, instead of being filed again. */
export interface Reference {
  filing?: string;
  /** Instead of a filing: what a domain has worked out, such as a stock of a sink project. */
  source?: { kind: string; id: string };
  table: string;
  /** Column here → column there; without it, columns of the same name. */
  columns?: Record<string, string>;
  /** Columns that are the same in every row taken over. */
  fixed?: Record<string, string>;
}

export interface FiledInput extends RunInput {
  references?: Record<string, Reference>;
}

@Entity('filing')
export class Filing {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', insert: false, update: false })
  number: string;

  @Column({ type: 'uuid' })
  organisationId: string;

  @Column({ type: 'text' })
  method: string;

  @Column({ type: 'text' })
  methodVersion: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', nullable: true })
  product: string | null;

  @Column({ type: 'date' })
  periodStart: string;

  @Column({ type: 'date' })
  periodEnd: string;

  /** GB/T 2260. */
  @Column({ type: 'text' })
  region: string;

  /** Day whose parameters apply. */
  @Column({ type: 'date' })
  asOf: string;

  @Column({ type: 'jsonb' })
  input: FiledInput;

  @Column({ type: 'text' })
  status: FilingStatus;

  @Column({ type: 'int' })
  revision: number;

  @Column({ type: 'uuid', nullable: true })
  runId: string | null;

  /** Everybody who wrote in it: none of them reviews or issues it. */
  @Column({ type: 'uuid', array: true })
  authors: string[];

  @Column({ type: 'jsonb' })
  createdBy: Person;

  @Column({ type: 'text', nullable: true })
  issuedKind: 'label' | 'statement' | null;

  @Column({ type: 'text', nullable: true })
  issuedNumber: string | null;

  @Column({ type: 'timestamptz', insert: false, update: false })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  updatedAt: Date;
}

@Entity('filing_remark')
export class FilingRemark {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  filingId: string;

  @Column({ type: 'uuid' })
  organisationId: string;

  @Column({ type: 'uuid', nullable: true })
  runId: string | null;

  @Column({ type: 'timestamptz', insert: false, update: false })
  at: Date;

  @Column({ type: 'jsonb' })
  by: Person;

  @Column({ type: 'text' })
  decision: 'approve' | 'return';

  @Column({ type: 'text' })
  text: string;
}
