import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Fault, Method } from '../../api/types';
import { moment } from '../../shared/dates';
import { FaultList } from '../../shared/fault-list';
import { ProblemAlert } from '../../shared/problem-alert';
import { useText } from '../../shared/use-text';
import { ConflictPanel } from './conflict-panel';
import type { useInventory } from './use-inventory';

interface Props {
  inventory: ReturnType<typeof useInventory>;
  method: Method;
  faults: Fault[];
  onJump(fault: Fault): void;
}

/** Above the grids: what was restored, who else was here, what the service refused. */
export function InventoryNotices({ inventory, method, faults, onJump }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const { kept, conflict, error } = inventory;
  const placeOf = (fault: Fault) => {
    const table = method.tables.find((other) => other.name === fault.table);
    const columns = fault.table === 'parameters' ? method.parameters : (table?.columns ?? []);
    const column = columns.find((other) => other.name === fault.column);
    const name = fault.table === 'parameters' ? t('filings:parameters') : text(table?.title) || fault.table;
    const row = fault.row?.replace(/^#(\d+)$/, (_, n: string) => t('filings:wizard.rowNumber', { row: n }));
    return [name, row, text(column?.title) || fault.column].filter(Boolean).join(' · ');
  };
  return (
    <>
      {kept && (
        <Alert
          type={kept.restored ? 'info' : 'warning'}
          showIcon
          title={t(kept.restored ? 'filings:kept.restored' : 'filings:kept.stale', { at: moment(kept.at) })}
          action={
            <div className="page-actions">
              <Button size="small" onClick={() => inventory.settleKept(true)}>
                {t(kept.restored ? 'filings:kept.goOn' : 'filings:kept.take')}
              </Button>
              <Button size="small" onClick={() => inventory.settleKept(false)}>
                {t('filings:kept.drop')}
              </Button>
            </div>
          }
        />
      )}
      {conflict && conflict.length > 0 && (
        <ConflictPanel method={method} differences={conflict} onDone={inventory.settle} />
      )}
      {error && !inventory.merging && !faults.length && <ProblemAlert error={error} />}
      {faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          data-test="faults"
          title={t('filings:faults', { count: faults.length })}
          description={<FaultList faults={faults} placeOf={placeOf} onJump={onJump} />}
        />
      )}
    </>
  );
}
