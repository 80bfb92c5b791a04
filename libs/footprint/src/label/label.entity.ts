import type { Text } from '@qingheng/sheet';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Stage } from '../claim/claim';
import type { LabelKind } from '../label-kind/label-rules';

/** What the label says and the signature covers. */
export interface LabelContent {
  number: string;
  productName: string;
  organisation: string;
  declaredUnit: string;
  value: string;
  unit: string;
  boundary: Text;
  periodStart: string;
  periodEnd: string;
  issuedOn: string;
  expiresOn: string;
  method: string;
  methodVersion: string;
  sheetHash: string;
  resultHash: string;
  stages: Stage[];
  /** Absent in labels older than the kinds: footprint. */
  kind?: LabelKind;
  /** Which of several products of the filing. */
  product?: string;
  /** Of a reduced label: the own label it is below, by so many per cent. */
  baseline?: { number: string; value: string; reduction: string };
  /** Of a neutral label: cancelled credits, in t CO2e, for so many declared units. The figure does not change. */
  offset?: { asset: string; serials: string[]; quantity: string; amount: string };
}

export type LabelStatus = 'valid' | 'withdrawn' | 'expired';

@Entity('label')
export class Label {
  @PrimaryColumn({ type: 'text' })
  number: string;

  @Column({ type: 'uuid' })
  organisationId: string;

  @Column({ type: 'uuid' })
  filingId: string;

  @Column({ type: 'uuid' })
  runId: string;

  @Column({ type: 'jsonb' })
  content: LabelContent;

  /** ES256 over `content`; stays as it was issued, also when the label is withdrawn. */
  @Column({ type: 'text' })
  jws: string;

  @Column({ type: 'date' })
  issuedOn: string;

  @Column({ type: 'date' })
  expiresOn: string;

  @Column({ type: 'uuid' })
  issuedBy: string;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  withdrawnBy: string | null;

  @Column({ type: 'text', nullable: true })
  withdrawReason: string | null;
}
