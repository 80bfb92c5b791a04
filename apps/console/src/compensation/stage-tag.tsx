import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

const colours: Record<string, string> = { draft: 'default', notice: 'warning', paid: 'success', closed: 'success' };

export function StageTag({ stage }: { stage: string }) {
  const { t } = useTranslation();
  return (
    <Tag color={colours[stage] ?? 'processing'} data-stage={stage}>
      {t(`compensation:stage.${stage}`)}
    </Tag>
  );
}
