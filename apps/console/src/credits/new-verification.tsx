/** A verifier opens a verification: tolerance, materiality and buffer, each with what it rests on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask } from '../api/client';
import type { PeriodCredits, SinkCredits } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';

interface Values {
  tolerance: string;
  materiality: string;
  basis: string;
  bufferShare: string;
  bufferBasis: string;
}

/** 5 is 0.05: people write per cent, the service takes shares. */
const share = (text: string): string => (Number(text) / 100).toFixed(4).replace(/0+$/, '').replace(/\.$/, '');

export function NewVerification(props: { project: SinkCredits; period: PeriodCredits; onClose(): void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const open = useMutation({
    mutationFn: ({ tolerance, materiality, bufferShare, ...rest }: Values) =>
      ask(
        api.POST('/api/v1/sink/monitoring-periods/{period}/verifications', {
          params: { path: { period: props.period.id } },
          body: {
            ...rest,
            tolerance: share(tolerance),
            materiality: share(materiality),
            bufferShare: share(bufferShare),
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['sink-credits', props.project.projectId] });
      await navigate(`/credits/verifications/${id}`);
    },
  });
  const needed = { required: true, message: t('common:required') };
  const percent = [needed, { pattern: /^\d{1,2}(\.\d{1,2})?$/, message: t('credits:percentHint') }];
  return (
    <Modal
      open
      title={t('credits:verify')}
      okText={t('credits:verify')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: open.isPending }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <p className="muted">{t('credits:verifyHint')}</p>
      {open.error && <ProblemAlert error={open.error} />}
      <Form form={form} layout="vertical" onFinish={(values) => open.mutate(values)}>
        <Form.Item name="tolerance" label={t('credits:tolerance')} rules={percent}>
          <Input inputMode="decimal" suffix="%" placeholder="10" />
        </Form.Item>
        <Form.Item name="materiality" label={t('credits:materiality')} rules={percent}>
          <Input inputMode="decimal" suffix="%" placeholder="5" />
        </Form.Item>
        <Form.Item name="basis" label={t('credits:basis')} rules={[needed]}>
          <Input />
        </Form.Item>
        <Form.Item name="bufferShare" label={t('credits:bufferShare')} rules={percent}>
          <Input inputMode="decimal" suffix="%" placeholder="5" />
        </Form.Item>
        <Form.Item name="bufferBasis" label={t('credits:bufferBasis')} rules={[needed]}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  );
}
