import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MethodProposalSummary } from '../api/types';

type Status = MethodProposalSummary['status'];
const colors: Record<Status, string> = {
  proposed: 'processing',
  returned: 'warning',
  published: 'success',
  withdrawn: 'default',
};

export function MethodProposalStatus({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <Tag color={colors[status]} data-status={status}>
      {t(`methods:proposal.status.${status}`)}
    </Tag>
  );
}
