import { Button, Checkbox, Form, Input, Modal, Radio, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/problem-alert';
import { type SupplierLink, useLinks } from './use-links';

type Asked = 'consent' | 'refuse' | 'withdraw';

/** What this side may do with the link now. */
export function LinkActions({ link, change }: { link: SupplierLink; change: ReturnType<typeof useLinks> }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const { id, side, state, circle, proposedLabel } = link;
  const open = state === 'requested' || state === 'consented';
  return (
    <Space wrap>
      {side === 'supplier' && open && (
        <Button size="small" type={state === 'requested' ? 'primary' : 'default'} onClick={() => setAsked('consent')}>
          {t(state === 'requested' ? 'suppliers:consent' : 'suppliers:changeConsent')}
        </Button>
      )}
      {side === 'supplier' && state === 'requested' && (
        <Button size="small" onClick={() => setAsked('refuse')}>
          {t('suppliers:refuse')}
        </Button>
      )}
      {side === 'taker' && proposedLabel !== null && (
        <>
          <Button size="small" type="primary" onClick={() => change.mutate({ id, step: 'accept' })}>
            {t('suppliers:accept')}
          </Button>
          <Button size="small" onClick={() => change.mutate({ id, step: 'decline' })}>
            {t('suppliers:decline')}
          </Button>
        </>
      )}
      {side !== 'overseer' && state === 'consented' && circle.length > 0 && (
        <Button size="small" loading={change.isPending} onClick={() => change.mutate({ id, step: 'joint-run' })}>
          {t('suppliers:run')}
        </Button>
      )}
      {side !== 'overseer' && open && (
        <Button size="small" danger onClick={() => setAsked('withdraw')}>
          {t('suppliers:withdraw')}
        </Button>
      )}
      {asked && <StepModal link={link} step={asked} onClose={() => setAsked(undefined)} />}
    </Space>
  );
}

interface Values {
  disclosure: 'aggregate' | 'stages' | 'full';
  joint?: boolean;
  note: string;
}

function StepModal({ link, step, onClose }: { link: SupplierLink; step: Asked; onClose(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const change = useLinks(onClose);
  const send = ({ disclosure, joint, note }: Values) =>
    change.mutate(
      step === 'consent'
        ? { id: link.id, step, body: { disclosure, joint: joint ?? false } }
        : { id: link.id, step, body: { note } },
    );
  return (
    <Modal
      open
      title={t(`suppliers:step.${step}`, { product: link.product, taker: link.takerName })}
      okText={t(`suppliers:${step}`)}
      okButtonProps={{ danger: step !== 'consent' }}
      cancelText={t('common:cancel')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ disclosure: link.disclosure ?? 'aggregate', joint: link.joint }}
        onFinish={send}
      >
        {step === 'consent' ? (
          <>
            <Form.Item name="disclosure" label={t('suppliers:disclosure')}>
              <Radio.Group
                options={(['aggregate', 'stages', 'full'] as const).map((value) => ({
                  value,
                  label: t(`suppliers:level.${value}`),
                }))}
              />
            </Form.Item>
            {link.circle.length > 0 && (
              <Form.Item name="joint" valuePropName="checked" extra={t('suppliers:jointHint')}>
                <Checkbox>{t('suppliers:joint')}</Checkbox>
              </Form.Item>
            )}
          </>
        ) : (
          <Form.Item
            name="note"
            label={t('suppliers:note')}
            rules={[{ required: true, message: t('suppliers:required') }]}
          >
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
        )}
      </Form>
      {change.error && <ProblemAlert error={change.error} />}
    </Modal>
  );
}
