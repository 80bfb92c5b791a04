import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FilingStatus, LabelStatus } from '../api/types';

const filing: Record<FilingStatus, string> = {
  draft: 'default',
  running: 'processing',
  failed: 'error',
  calculated: 'processing',
  in_review: 'processing',
  returned: 'warning',
  approved: 'success',
  issued: 'success',
};
const label: Record<LabelStatus, string> = { valid: 'success', withdrawn: 'error', expired: 'default' };

export function FilingStatusTag({ status }: { status: FilingStatus }) {
  const { t } = useTranslation();
  return (
    <Tag color={filing[status]} data-status={status}>
      {t(`filings:status.${status}`)}
    </Tag>
  );
}

export function LabelStatusTag({ status }: { status: LabelStatus }) {
  const { t } = useTranslation();
  return (
    <Tag color={label[status]} data-status={status}>
      {t(`labels:status.${status}`)}
    </Tag>
  );
}
