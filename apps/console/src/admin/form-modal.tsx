import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/problem-alert';

interface Props<V> {
  title: string;
  initial?: Partial<V>;
  change: { mutate(values: V): void; isPending: boolean; error: unknown };
  onClose(): void;
  children: ReactNode;
}

/** A few fields and what the service says of them; it closes when the service has taken them. */
export function FormModal<V extends object>({ title, initial, change, onClose, children }: Props<V>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<V>();
  return (
    <Modal
      open
      title={title}
      okText={t('admin:save')}
      cancelText={t('common:cancel')}
      confirmLoading={change.isPending}
      okButtonProps={{ className: 'admin-save' }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(values) => change.mutate(values as V)}
      >
        {children}
      </Form>
      {Boolean(change.error) && <ProblemAlert error={change.error} />}
    </Modal>
  );
}
