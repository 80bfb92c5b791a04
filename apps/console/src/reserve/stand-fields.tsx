/** What the stand model is told of a prospect: species and climate, ages, where soil begins, fellings, a volume table of one's own. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SinkReserve } from '../api/types';
import { pools } from './pools';
import type { StandValues } from './stand-values';

export function StandFields({ species }: { species: SinkReserve['species'] }) {
  const { t, i18n } = useTranslation();
  const start = Form.useWatch<StandValues['start']>(['stand', 'start']);
  const needed = { required: true, message: t('common:required') };
  const decimal = [needed, { pattern: /^\d{1,10}(\.\d{1,4})?$/, message: t('reserve:decimalHint') }];
  return (
    <>
      <Form.Item name={['stand', 'species']} label={t('reserve:stand.species')} rules={[needed]}>
        <Select
          options={species.map(({ code, zh, en, confidence }) => ({
            value: code,
            label: `${i18n.language === 'en' ? en : zh} · ${t(`common:confidence.${confidence}`)}`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name={['stand', 'temperature']}
        label={t('reserve:stand.temperature')}
        rules={[needed, { pattern: /^-?\d{1,2}(\.\d{1,2})?$/, message: t('reserve:decimalHint') }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item label={t('reserve:stand.ages')} extra={t('reserve:stand.agesHint')} required>
        <Form.List name={['stand', 'ages']}>
          {(rows, { add, remove }) => (
            <div className="stack">
              {rows.map(({ key, name }) => (
                <div key={key} className="inline-form">
                  <Form.Item name={[name, 'age']} label={t('reserve:stand.age')} rules={[needed]}>
                    <InputNumber min={0} max={300} precision={0} />
                  </Form.Item>
                  <Form.Item name={[name, 'hectares']} label="hm²" rules={decimal}>
                    <Input inputMode="decimal" />
                  </Form.Item>
                  {rows.length > 1 && (
                    <Button
                      icon={<DeleteOutlined />}
                      aria-label={t('reserve:stand.removeAge')}
                      onClick={() => remove(name)}
                    />
                  )}
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add()}>
                {t('reserve:stand.addAge')}
              </Button>
            </div>
          )}
        </Form.List>
      </Form.Item>
      <Form.Item
        name={['stand', 'counted']}
        label={t('reserve:stand.counted')}
        // Not `required`: a group of boxes may not carry aria-required.
        rules={[{ type: 'array', min: 1, message: t('common:required') }]}
      >
        <Checkbox.Group options={pools.map((value) => ({ value, label: t(`reserve:stand.pool.${value}`) }))} />
      </Form.Item>
      <Form.Item name={['stand', 'start']} label={t('reserve:stand.start')}>
        <Select
          options={(['none', 'measured', 'fires'] as const).map((value) => ({
            value,
            label: t(`reserve:stand.startOf.${value}`),
          }))}
        />
      </Form.Item>
      {start === 'measured' && (
        <Form.Item name={['stand', 'soil']} label={t('reserve:stand.soilStart')} rules={decimal}>
          <Input inputMode="decimal" />
        </Form.Item>
      )}
      {start === 'fires' && (
        <Form.Item name={['stand', 'fires']} label={t('reserve:stand.fires')} rules={[needed]}>
          <InputNumber min={20} max={300} precision={0} />
        </Form.Item>
      )}
      <Form.Item label={t('reserve:stand.cutting')} extra={t('reserve:stand.cuttingHint')}>
        <div className="inline-form">
          <Form.Item name={['stand', 'cutHectares']} label={t('reserve:stand.cutHectares')} rules={decimal.slice(1)}>
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name={['stand', 'cutFrom']} label={t('reserve:stand.cutFrom')}>
            <InputNumber min={1} max={300} precision={0} />
          </Form.Item>
          <Form.Item name={['stand', 'cutTo']} label={t('reserve:stand.cutTo')}>
            <InputNumber min={1} max={600} precision={0} />
          </Form.Item>
        </div>
      </Form.Item>
      <Form.Item
        name={['stand', 'volumes']}
        label={t('reserve:stand.volumes')}
        extra={t('reserve:stand.volumesHint')}
        rules={[{ pattern: /^\s*(\d+[\s,，]+\d+(\.\d+)?\s*)*$/, message: t('reserve:stand.volumesHint') }]}
      >
        <Input.TextArea rows={3} placeholder={'0 0\n20 45\n40 110'} />
      </Form.Item>
      <Form.Item name={['stand', 'volumesSource']} label={t('reserve:stand.volumesSource')}>
        <Input maxLength={300} />
      </Form.Item>
    </>
  );
}
