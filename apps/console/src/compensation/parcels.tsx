/** Contracts and parcels, with the subsidies that claim them. */
import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { uploadRaw } from '../api/files';
import type { Parcel } from '../api/types';
import { useMuArea } from '../numbers/use-quantities';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';

export function Parcels() {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const area = useMuArea();
  const client = useQueryClient();
  const clerk = hasRole(useUser(), 'finance_clerk');
  const parcels = usePages(['parcels'], (cursor) =>
    ask(api.GET('/api/v1/compensation/grassland/parcels', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const upload = useMutation({
    mutationFn: (file: File) => uploadRaw('/api/v1/compensation/grassland/parcels', file, 'text/csv'),
    onSettled: () => client.invalidateQueries({ queryKey: ['parcels'] }),
  });
  const columns: LongColumn<Parcel>[] = [
    {
      key: 'parcel',
      title: t('compensation:grassland.parcel'),
      text: ({ code }) => code,
      sub: { title: t('compensation:grassland.contract'), text: ({ contract }) => contract },
    },
    {
      key: 'household',
      title: t('compensation:household'),
      text: ({ household }) => household,
      sub: { title: t('compensation:unit'), text: ({ banner }) => regionName(banner) },
    },
    {
      key: 'kind',
      title: t('compensation:grassland.kindTitle'),
      wide: true,
      text: ({ kind }) => t(`compensation:grassland.kind.${kind}`),
    },
    {
      key: 'area',
      title: t('compensation:grassland.area'),
      unit: area.unit,
      numeric: true,
      text: ({ areaMu }) => area.exact(areaMu),
      words: ({ areaMu }) => area.of(areaMu),
    },
    {
      key: 'valid',
      title: t('compensation:parameter.valid'),
      wide: true,
      text: ({ from, to }) => `${from} – ${to}`,
    },
    {
      key: 'claims',
      title: t('compensation:grassland.claims'),
      width: 280,
      text: ({ claims }) => claims.map(({ scheme, from, to }) => `${scheme} ${from} – ${to}`).join('; '),
      cell: ({ claims }) => (
        <div className="stack">
          {claims.map(({ scheme, from, to }) => (
            <span key={from} className="sub">
              {scheme} <span className="num">{`${from} – ${to}`}</span>
            </span>
          ))}
        </div>
      ),
    },
  ];
  return (
    <section className="panel" data-test="parcels">
      <div className="panel-head">
        <h2>{t('compensation:grassland.parcels')}</h2>
        {clerk && (
          <Upload accept=".csv,text/csv" showUploadList={false} beforeUpload={(file) => (upload.mutate(file), false)}>
            <Button icon={<UploadOutlined />} loading={upload.isPending}>
              {t('compensation:grassland.upload')}
            </Button>
          </Upload>
        )}
      </div>
      <p className="muted">{t('compensation:grassland.columns')}</p>
      {upload.error && <ProblemAlert error={upload.error} />}
      <LongList
        name="parcels"
        label={t('compensation:grassland.parcels')}
        rowKey={({ id }) => id}
        columns={columns}
        query={parcels}
        empty={<Nothing title={t('compensation:grassland.none')} />}
      />
    </section>
  );
}
