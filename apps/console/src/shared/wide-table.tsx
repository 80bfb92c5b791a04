/** A table that may be wider than the page: it scrolls within itself, also by keyboard; it goes out as a file, as shown. */
import { Table, type TableProps } from 'antd';
import { useRef } from 'react';
import { useInPieces } from './in-pieces';
import { TableTools, useHidden } from './table/table-tools';
import './table/table.css';

const SHOWN_FROM = 3;
const cellsOf = (row: HTMLTableRowElement) => [...row.cells].map((cell) => cell.innerText.trim().replace(/\s+/g, ' '));

export function WideTable<T extends object>({ label, columns = [], ...props }: TableProps<T> & { label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useHidden(label);
  const drawn = useInPieces(Boolean(props.dataSource?.length));
  const keyed = columns.map((column, i) => ({ ...column, key: String(column.key ?? i) }));
  const titled = keyed.filter(({ title }) => typeof title === 'string' && title);
  const rows = () =>
    [...(box.current?.querySelectorAll<HTMLTableRowElement>('thead tr, tbody tr.ant-table-row') ?? [])].map(cellsOf);
  return (
    <div className="table-box" ref={box}>
      {(props.dataSource?.length ?? 0) >= SHOWN_FROM && (
        <TableTools
          name={label}
          columns={titled.map(({ key, title }) => ({ key, title: title as string }))}
          hidden={hidden}
          onHide={setHidden}
          rows={rows}
        />
      )}
      <div className="wide-table" role="region" tabIndex={0} aria-label={label}>
        <Table<T>
          size="small"
          pagination={false}
          {...props}
          dataSource={drawn ? props.dataSource : undefined}
          columns={keyed.filter(({ key, title }) => !(typeof title === 'string' && hidden.has(key)))}
        />
      </div>
    </div>
  );
}
