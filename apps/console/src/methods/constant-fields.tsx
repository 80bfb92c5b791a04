/** What is entered of one constant: its value, and where the official text has it; above, how it stands in the sheet. */
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { prettyUnit } from '../numbers/unit';

interface Props {
  /** Of the form. */
  name: [string, string];
  title: ReactNode;
  unit: string;
  standing?: { value: string; source: string };
}

export function ConstantFields({ name, title, unit, standing }: Props) {
  const { t } = useTranslation();
  const needed = { required: true, whitespace: true, message: t('common:required') };
  return (
    <fieldset className="constant">
      <legend>{title}</legend>
      <p className="muted">{t('methods:constants.standsAs', { value: standing?.value, source: standing?.source })}</p>
      <div className="constant-fields">
        <Form.Item name={[...name, 'value']} label={t('methods:constants.value')} rules={[needed]}>
          <Input inputMode="decimal" maxLength={60} suffix={unit === '1' ? undefined : prettyUnit(unit)} />
        </Form.Item>
        <Form.Item name={[...name, 'clause']} label={t('methods:constants.clause')} rules={[needed]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={[...name, 'page']} label={t('methods:constants.page')}>
          <Input maxLength={20} />
        </Form.Item>
      </div>
    </fieldset>
  );
}
