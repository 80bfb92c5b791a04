/** A raster comes in: its header is shown, or what is wrong with it. Zones may be drawn as polygons instead. */
import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { uploadRaw } from '../api/files';
import { Problem } from '../api/problem';
import type { Raster } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';
import { RasterFacts } from './raster-facts';
import { useRasterChoice } from './use-rasters';

const KINDS = ['factor', 'zones', 'classes'] as const;

interface Values {
  name: string;
  kind: Raster['kind'] | 'polygons';
  unit?: string;
  like?: string;
}

export function UploadRaster({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rasters = useRasterChoice();
  const [form] = Form.useForm<Values>();
  const [file, setFile] = useState<File>();
  const kind = Form.useWatch('kind', form) ?? 'factor';
  const take = useMutation({
    mutationFn: async ({ name, kind: what, unit, like }: Values) => {
      if (what === 'polygons') {
        const body = { name, like: like!, zones: await polygonsOf(file!) };
        return ask(api.POST('/api/v1/ecoproduct/rasters/zones', { body }));
      }
      const query = new URLSearchParams({ name, kind: what, ...(what === 'factor' && unit && { unit }) });
      return uploadRaw<Raster>(`/api/v1/ecoproduct/rasters?${query.toString()}`, file!, 'image/tiff');
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['rasters'] }),
  });
  const rules = [{ required: true, message: t('common:required') }];
  const choose = (next: File) => {
    setFile(next);
    take.reset();
    if (!form.getFieldValue('name')) form.setFieldValue('name', next.name.replace(/\.[a-z]+$/i, ''));
  };
  return (
    <Modal
      open
      width={640}
      title={t('rasters:upload')}
      okText={take.data ? t('rasters:another') : t('rasters:send')}
      cancelText={take.data ? t('rasters:close') : t('common:cancel')}
      okButtonProps={{ loading: take.isPending, disabled: !file && !take.data }}
      onOk={() => {
        if (!take.data) return form.submit();
        take.reset();
        form.resetFields();
        setFile(undefined);
      }}
      onCancel={onClose}
    >
      {take.data ? (
        <div className="stack" style={{ gap: 12 }} data-test="raster-header">
          <Alert type="success" showIcon title={t('rasters:taken', { name: take.data.name })} />
          <RasterFacts raster={take.data} />
        </div>
      ) : (
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={{ kind: 'factor' }}
          onFinish={(values) => take.mutate(values)}
        >
          <Form.Item name="kind" label={t('rasters:kindTitle')} rules={rules}>
            <Select
              options={[...KINDS, 'polygons' as const].map((value) => ({ value, label: t(`rasters:kind.${value}`) }))}
              data-test="raster-kind"
            />
          </Form.Item>
          <Form.Item
            label={t('rasters:file')}
            required
            extra={t(kind === 'polygons' ? 'rasters:geojson' : 'rasters:geotiff')}
          >
            <Upload
              accept={kind === 'polygons' ? '.json,.geojson' : '.tif,.tiff'}
              maxCount={1}
              showUploadList={false}
              beforeUpload={(next) => (choose(next), false)}
            >
              <Button icon={<UploadOutlined />}>{file ? file.name : t('rasters:choose')}</Button>
            </Upload>
          </Form.Item>
          <Form.Item name="name" label={t('rasters:name')} rules={rules}>
            <Input maxLength={200} />
          </Form.Item>
          {kind === 'factor' && (
            <Form.Item name="unit" label={t('rasters:unit')} extra={t('rasters:unitHint')}>
              <Input maxLength={60} placeholder="MJ·mm/(hm²·h·a)" />
            </Form.Item>
          )}
          {kind === 'polygons' && (
            <Form.Item name="like" label={t('rasters:like')} rules={rules}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={rasters.data?.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
          )}
          {take.error && <ProblemAlert error={take.error} />}
        </Form>
      )}
    </Modal>
  );
}

async function polygonsOf(file: File): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await file.text()) as Record<string, unknown>;
  } catch {
    throw new Problem(422, 'NOT_JSON', file.name);
  }
}
