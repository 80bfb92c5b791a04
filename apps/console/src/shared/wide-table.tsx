/** A table that may be wider than the page: it scrolls within itself, also by keyboard. */
import { Table, type TableProps } from 'antd';

export function WideTable<T extends object>({ label, ...props }: TableProps<T> & { label: string }) {
  return (
    <div className="wide-table" role="region" tabIndex={0} aria-label={label}>
      <Table<T> size="small" pagination={false} {...props} />
    </div>
  );
}
