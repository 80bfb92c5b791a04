/** The whole schema as it is served: no table lets one organisation at what belongs to another. */
import { migrations } from '../../apps/api/schema';
import { withDatabase } from '../support/database';
import { leaks, openTables } from '../support/row-security';

const database = withDatabase(migrations);

it('keeps organisations apart in every table; only labels are for everybody to read', async () => {
  expect(await leaks(database, ['label'])).toEqual([]);
});

it('leaves open only what belongs to no organisation', async () => {
  const open = await openTables(database.source);
  expect(open).toEqual([
    'factor',
    'factor_search',
    'gwp_value',
    'ledger_asset',
    'ledger_batch',
    'method_sheet',
    'reference_file',
    'region',
    'schedule',
  ]);
});
