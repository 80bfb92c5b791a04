import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  ...[
    'available',
    'order_hold',
    'pledge',
    'judicial',
    'clearing',
    'buffer',
    'fee',
    'rounding',
    'surrendered',
    'retired',
  ],
  ...['carried_over', 'issuance', 'external'],
];
/** What money of a compensation programme lies on: its pool, a banner's share, under way to the bank, arrived; fines apart. */
const ADDED = ['fund_pool', 'allotted', 'in_payment', 'paid_out', 'fine_open', 'fine_paid'];

const allow = (purposes: string[]): string => `
  ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_purpose_check;
  ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_purpose_check
    CHECK (purpose IN (${purposes.map((purpose) => `'${purpose}'`).join(', ')}));`;

export class LedgerPurposes1700000003300 implements MigrationInterface {
  name = 'LedgerPurposes1700000003300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(allow([...BEFORE, ...ADDED]));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(allow(BEFORE));
  }
}
