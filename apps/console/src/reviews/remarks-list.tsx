import { Alert, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Filing } from '../api/types';
import { moment } from '../shared/dates';
import { Nothing } from '../shared/nothing';
import './reviews.css';

const nameOf = (by: Filing['remarks'][number]['by']) => (typeof by === 'string' ? by : by.name);

/** What reviewers have said, newest first; `latest` shows only why the filing came back. */
export function RemarksList({ filing, latest = false }: { filing: Filing; latest?: boolean }) {
  const { t } = useTranslation();
  const remarks = [...(filing.remarks ?? [])].sort((a, b) => b.at.localeCompare(a.at));
  if (latest) {
    const back = remarks.find((remark) => remark.decision === 'return');
    if (!back) return null;
    return (
      <Alert
        type="warning"
        showIcon
        title={t('reviews:returnedBy', { name: nameOf(back.by), at: moment(back.at) })}
        description={<p className="remark-text">{back.text}</p>}
      />
    );
  }
  if (!remarks.length) return <Nothing title={t('reviews:noRemarks')} />;
  return (
    <ol className="remarks">
      {remarks.map((remark) => (
        <li key={remark.at} className="panel">
          <div className="remark-head">
            <strong>{nameOf(remark.by)}</strong>
            <Tag color={remark.decision === 'approve' ? 'success' : 'warning'}>
              {t(remark.decision === 'approve' ? 'reviews:approved' : 'reviews:returned')}
            </Tag>
            <span className="muted num">{moment(remark.at)}</span>
          </div>
          {remark.text && <p className="remark-text">{remark.text}</p>}
        </li>
      ))}
    </ol>
  );
}
