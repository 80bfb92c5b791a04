/** A stage of the registry is taken: publicity has its days, a registration its number. */
import { Button, DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/problem-alert';

export interface StageDetails {
  publicFrom?: string;
  publicTo?: string;
  registryNumber?: string;
  note?: string;
}

interface Values {
  publicity?: [Dayjs, Dayjs] | null;
  registryNumber?: string;
  note?: string;
}

export function TakeStage({
  label,
  kind,
  primary = false,
  take,
}: {
  label: string;
  kind: 'public' | 'numbered' | 'plain';
  primary?: boolean;
  take(details: StageDetails): Promise<unknown>;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [form] = Form.useForm<Values>();
  const send = async ({ publicity, registryNumber, note }: Values) => {
    setBusy(true);
    setError(undefined);
    try {
      await take({
        ...(publicity && {
          publicFrom: publicity[0].format('YYYY-MM-DD'),
          publicTo: publicity[1].format('YYYY-MM-DD'),
        }),
        ...(registryNumber && { registryNumber }),
        ...(note && { note }),
      });
      setOpen(false);
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={label}
        okText={label}
        cancelText={t('common:cancel')}
        okButtonProps={{ loading: busy }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {error !== undefined && <ProblemAlert error={error} />}
        <Form<Values> form={form} layout="vertical" onFinish={(values) => void send(values)}>
          {kind === 'public' && (
            <Form.Item name="publicity" label={t('sinks:stage.days')} extra={t('sinks:stage.daysHint')}>
              <DatePicker.RangePicker style={{ width: '100%' }} />
            </Form.Item>
          )}
          {kind === 'numbered' && (
            <Form.Item name="registryNumber" label={t('sinks:stage.number')}>
              <Input maxLength={60} />
            </Form.Item>
          )}
          <Form.Item name="note" label={t('sinks:stage.note')}>
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
