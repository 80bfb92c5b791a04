import type { Fault, RunInput, RunResult } from '@qingheng/sheet';
import type { FactorSource } from './factors';
import type { OfferedTable } from './table-sources';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type RunStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** Where a table of the input came from: another filing's issued result or what a domain worked out, fixed by its hash. */
export interface RunSource {
  table: string;
  filing?: string;
  runId?: string;
  source?: { kind: string; id: string };
  resultHash: string;
  /** Why a result on it cannot be issued. */
  provisional?: OfferedTable['provisional'];
  warnings?: Fault[];
}

/** One calculation of one revision of a filing. It keeps its whole input; once over, the database lets nobody change it. */
@Entity('run')
export class Run {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  filingId: string;

  @Column({ type: 'uuid' })
  organisationId: string;

  @Column({ type: 'int' })
  revision: number;

  @Column({ type: 'uuid', nullable: true })
  jobId: string | null;

  @Column({ type: 'text' })
  sheetHash: string;

  @Column({ type: 'date' })
  asOf: string;

  @Column({ type: 'text' })
  region: string;

  @Column({ type: 'jsonb' })
  input: RunInput;

  @Column({ type: 'jsonb' })
  sources: RunSource[];

  /** Figures taken from the factor library. */
  @Column({ type: 'jsonb' })
  factors: FactorSource[];

  @Column({ type: 'text' })
  status: RunStatus;

  @Column({ type: 'jsonb', nullable: true })
  result: RunResult | null;

  @Column({ type: 'text', nullable: true })
  resultHash: string | null;

  @Column({ type: 'boolean', nullable: true })
  issuable: boolean | null;

  @Column({ type: 'jsonb', nullable: true })
  faults: Fault[] | null;

  @Column({ type: 'uuid' })
  requestedBy: string;

  @Column({ type: 'timestamptz', insert: false, update: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}
