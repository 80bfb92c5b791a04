import type { RunResult } from '@qingheng/sheet';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a statement says and its signature covers. The tables themselves are fixed by the result's hash. */
export interface StatementContent {
  number: string;
  organisation: string;
  title: string;
  method: string;
  methodVersion: string;
  sheetHash: string;
  resultHash: string;
  periodStart: string;
  periodEnd: string;
  region: string;
  outputs: RunResult['outputs'];
  issuedOn: string;
}

/** An approved result, issued as an account of its own: GEP accounts, inventories, allotments. Never changed, never deleted. */
@Entity('statement')
export class Statement {
  @PrimaryColumn({ type: 'text' })
  number: string;

  @Column({ type: 'uuid' })
  organisationId: string;

  @Column({ type: 'uuid' })
  filingId: string;

  @Column({ type: 'uuid' })
  runId: string;

  @Column({ type: 'jsonb' })
  content: StatementContent;

  /** ES256 over `content`. */
  @Column({ type: 'text' })
  jws: string;

  @Column({ type: 'uuid' })
  issuedBy: string;

  @Column({ type: 'timestamptz', insert: false, update: false })
  issuedAt: Date;
}
