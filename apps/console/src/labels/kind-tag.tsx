import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LabelKind } from '../api/types';

const colours = { footprint: 'blue', reduced: 'green', neutral: 'purple' } as const;

/** The kinds say different things; none is a better grade of another. */
export function KindTag({ kind = 'footprint' }: { kind?: LabelKind }) {
  const { t } = useTranslation();
  return <Tag color={colours[kind]}>{t(`labels:kind.${kind}`)}</Tag>;
}
