import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../shared/use-text';
import { WideTable } from '../shared/wide-table';
import type { Finding } from './use-exchange';

/** What the linter found: the rule, where, why. */
export function Findings({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation();
  const text = useText();
  if (!findings.length) return <output>{t('exchange:clean')}</output>;
  return (
    <WideTable<Finding>
      label={t('exchange:findings')}
      rowKey={({ rule, pointer }) => `${rule} ${pointer}`}
      dataSource={findings}
      columns={[
        {
          title: t('exchange:severity'),
          render: (_, { severity }) => (
            <Tag color={severity === 'error' ? 'error' : 'warning'}>{t(`exchange:severityOf.${severity}`)}</Tag>
          ),
        },
        { title: t('exchange:place'), render: (_, { pointer }) => <code>{pointer || '/'}</code> },
        { title: t('exchange:reason'), render: (_, { message }) => text(message) },
        { title: t('exchange:rule'), render: (_, { rule }) => <code className="sub">{rule}</code> },
      ]}
    />
  );
}
