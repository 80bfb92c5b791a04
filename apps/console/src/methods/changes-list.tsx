import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SheetChange } from '../api/types';
import { Nothing } from '../shared/nothing';
import { useText } from '../shared/use-text';

const colors = { added: 'success', removed: 'error', changed: 'processing' } as const;

/** What differs between two versions: formulas, values, fields, each with before and after. */
export function ChangesList({ changes }: { changes: SheetChange[] }) {
  const { t } = useTranslation();
  const text = useText();
  if (!changes.length) return <Nothing title={t('methods:compare.same')} />;
  return (
    <ul className="method-columns" data-test="changes">
      {changes.map((change) => (
        <li key={change.place}>
          <span className="method-column-head">
            <Tag color={colors[change.kind]}>{t(`methods:compare.${change.kind}`)}</Tag>
            <span className="muted">{t(`methods:part.${change.part}`)}</span>
            <strong>{text(change.title)}</strong>
            <code className="muted">{change.place}</code>
          </span>
          <dl className="change-fields">
            {change.fields.map(({ field, before, after }) => (
              <div key={field}>
                <dt>
                  <code>{field}</code>
                </dt>
                <dd>
                  {before && <del>{before}</del>} {after && <ins>{after}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
