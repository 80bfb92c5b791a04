/** A prospect of the reserve, added or changed. */
import { useMutation } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkProspect, SinkReserve } from '../api/types';
import { today } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName, useRegions } from '../shared/use-regions';
import { StandFields } from './stand-fields';
import { emptyStand, type StandValues, toStand, toValues } from './stand-values';

type Values = Pick<
  SinkProspect,
  'name' | 'region' | 'owner' | 'curve' | 'hectares' | 'startYear' | 'years' | 'stage' | 'plantingCost' | 'yearlyCost'
> & { note?: string; model: 'curve' | 'stand'; stand?: StandValues };

const stages = ['idea', 'survey', 'design', 'filed', 'dropped'] as const;

export function ProspectForm(props: {
  prospect?: SinkProspect;
  reserve: Pick<SinkReserve, 'curves' | 'species'>;
  onDone(): void;
  onCancel(): void;
}) {
  const { t, i18n } = useTranslation();
  const { prospect, onDone, onCancel } = props;
  const { curves, species } = props.reserve;
  const [form] = Form.useForm<Values>();
  const model = Form.useWatch('model', form);
  const regions = useRegions();
  const regionName = useRegionName();
  const save = useMutation({
    mutationFn: ({ note, model, curve, stand, ...values }: Values) => {
      const body = {
        ...values,
        ...(model === 'stand' && stand ? { stand: toStand(stand) } : { curve }),
        ...(note?.trim() && { note }),
      };
      return prospect
        ? ask(
            api.PUT('/api/v1/sink/reserve/prospects/{id}', {
              params: { path: { id: prospect.id } },
              body: { ...body, revision: prospect.revision },
            }),
          )
        : ask(api.POST('/api/v1/sink/reserve/prospects', { body }));
    },
    onSuccess: onDone,
  });
  const needed = { required: true, message: t('common:required') };
  const decimal = [needed, { pattern: /^\d{1,10}(\.\d{1,4})?$/, message: t('reserve:decimalHint') }];
  const money = [needed, { pattern: /^\d{1,10}(\.\d{1,2})?$/, message: t('reserve:decimalHint') }];
  const banners = regions.data?.filter(({ level, code }) => level === 'banner' && code.startsWith('15')) ?? [];
  return (
    <Modal
      open
      title={t(prospect ? 'reserve:change' : 'reserve:add')}
      okText={t('reserve:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {save.error && <ProblemAlert error={save.error} />}
      <Form
        form={form}
        layout="vertical"
        onFinish={(values) => save.mutate(values)}
        initialValues={
          prospect
            ? {
                ...prospect,
                note: prospect.note ?? undefined,
                model: prospect.stand ? 'stand' : 'curve',
                stand: prospect.stand ? toValues(prospect.stand) : emptyStand,
              }
            : {
                ...{ startYear: today().year() + 1, years: 20, stage: 'idea', yearlyCost: '0' },
                ...{ model: 'curve', stand: emptyStand },
              }
        }
      >
        <Form.Item name="name" label={t('reserve:name')} rules={[needed]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="region" label={t('reserve:region')} rules={[needed]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={banners.map(({ code }) => ({ value: code, label: regionName(code) }))}
          />
        </Form.Item>
        <Form.Item name="owner" label={t('reserve:owner')} rules={[needed]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="hectares" label={`${t('reserve:hectares')} (hm²)`} rules={decimal}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="model" label={t('reserve:model')}>
          <Radio.Group
            options={(['curve', 'stand'] as const).map((value) => ({ value, label: t(`reserve:modelOf.${value}`) }))}
          />
        </Form.Item>
        {model === 'stand' ? (
          <StandFields species={species} />
        ) : (
          <Form.Item name="curve" label={t('reserve:curve')} rules={[needed]}>
            <Select
              options={curves.map(({ code, zh, en, confidence }) => ({
                value: code,
                label: `${i18n.language === 'en' ? en : zh} · ${t(`common:confidence.${confidence}`)}`,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="startYear" label={t('reserve:startYear')} rules={[needed]}>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="years" label={t('reserve:years')} rules={[needed]}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
        <Form.Item name="plantingCost" label={t('reserve:plantingCost')} rules={money}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="yearlyCost" label={t('reserve:yearlyCost')} rules={money}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="stage" label={t('reserve:stage')}>
          <Select options={stages.map((value) => ({ value, label: t(`reserve:stageOf.${value}`) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('reserve:note')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
