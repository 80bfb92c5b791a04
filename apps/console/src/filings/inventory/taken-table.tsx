/** A table that the filing takes from elsewhere: another filing's issued result, or a stock worked out from the trees. */
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RunInput } from '../../api/types';

export function TakenTable({
  input,
  table,
  onDrop,
}: {
  input: RunInput;
  table: string;
  onDrop?: ((table: string) => void) | undefined;
}) {
  const { t } = useTranslation();
  const reference = input.references?.[table];
  if (!reference) return null;
  const { filing } = reference;
  const source = reference.source as { kind: string; id: string } | undefined;
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      data-test="taken"
      title={
        source
          ? t(source.kind === 'sink-stock' ? 'filings:taken.stock' : 'filings:taken.source', {
              id: source.id.slice(0, 8),
            })
          : t('filings:taken.filing')
      }
      description={filing ? <Link to={`/filings/${filing}`}>{t('filings:taken.open')}</Link> : t('filings:taken.hint')}
      action={
        onDrop && (
          <Button size="small" onClick={() => onDrop(table)}>
            {t('filings:taken.drop')}
          </Button>
        )
      }
    />
  );
}
