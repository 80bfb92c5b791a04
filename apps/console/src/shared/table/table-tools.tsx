/** Above a table: which columns are shown (remembered on this device), and what is shown as a file. */
import { DownloadOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Dropdown, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { say } from '../notices';
import { useProblemText } from '../use-problem-text';
import { csv } from './csv';

export interface ToolColumn {
  key: string;
  title: React.ReactNode;
}

/** Columns that the reader put away, by the name of the table. */
export function useHidden(name: string): [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] {
  const place = `qh.columns.${name}`;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => {
    try {
      return new Set(JSON.parse(localStorage.getItem(place) ?? '[]') as string[]);
    } catch {
      return new Set();
    }
  });
  return [
    hidden,
    (next) => {
      setHidden(next);
      try {
        if (next.size) localStorage.setItem(place, JSON.stringify([...next]));
        else localStorage.removeItem(place);
      } catch {
        // No room on this device: it holds until the page is left.
      }
    },
  ];
}

export function save(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

interface Props {
  name: string;
  columns: ToolColumn[];
  hidden: ReadonlySet<string>;
  onHide(hidden: ReadonlySet<string>): void;
  /** Heading and rows, as shown; what is not read yet may be read first. */
  rows(): string[][] | Promise<string[][]>;
}

export function TableTools({ name, columns, hidden, onHide, rows }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    onHide(next);
  };
  const file = async (kind: string) => {
    setBusy(true);
    try {
      const written = await rows();
      if (kind === 'csv') return save(`${name}.csv`, csv(written), 'text/csv;charset=utf-8');
      const { workbook } = await import('./xlsx');
      save(`${name}.xlsx`, workbook(written), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    } catch (error) {
      say(problemText(asProblem(error)).title, 'fault');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="table-tools no-print">
      <Popover
        trigger="click"
        placement="bottomRight"
        title={t('common:table.columns')}
        content={
          <div className="stack">
            {columns.map(({ key, title }) => (
              <Checkbox
                key={key}
                checked={!hidden.has(key)}
                disabled={!hidden.has(key) && hidden.size >= columns.length - 1}
                onChange={() => toggle(key)}
              >
                {title}
              </Checkbox>
            ))}
          </div>
        }
      >
        <Button type="text" size="small" icon={<SettingOutlined />} aria-label={t('common:table.columns')} />
      </Popover>
      <Dropdown
        trigger={['click']}
        menu={{
          items: ['xlsx', 'csv'].map((key) => ({ key, label: t(`common:table.${key}`) })),
          onClick: ({ key }) => void file(key),
        }}
      >
        <Button
          type="text"
          size="small"
          icon={<DownloadOutlined />}
          loading={busy}
          aria-label={t('common:table.export')}
          data-test="export"
        />
      </Dropdown>
    </div>
  );
}
