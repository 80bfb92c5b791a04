import { CheckCircleOutlined, ExclamationCircleOutlined, FileTextOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Confidence } from '../api/types';

const look = {
  official: { color: 'success', icon: <CheckCircleOutlined /> },
  secondary: { color: 'processing', icon: <FileTextOutlined /> },
  provisional: { color: 'warning', icon: <ExclamationCircleOutlined /> },
} as const;

/** How well a figure is founded; what is provisional is never shown without saying so. */
export function ConfidenceTag({ confidence }: { confidence: Confidence }) {
  const { t } = useTranslation();
  const { color, icon } = look[confidence] ?? look.provisional;
  return (
    <Tag color={color} icon={icon} title={t(`common:confidenceHint.${confidence}`)}>
      {t(`common:confidence.${confidence}`)}
    </Tag>
  );
}
