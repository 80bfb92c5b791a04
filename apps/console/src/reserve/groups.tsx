/** Where the reserve lies and whose it is. */
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SinkReserve } from '../api/types';
import { Tonnes } from '../credits/figures';
import { groupDecimal, roundDecimal } from '../numbers/decimal';
import { useLandArea, useMoney } from '../numbers/use-quantities';
import { TileMap } from '../shared/tile-map';
import { useRegionName } from '../shared/use-regions';
import { WideTable } from '../shared/wide-table';

export function Groups({ reserve: { leagues, owners, banners } }: { reserve: SinkReserve }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const money = useMoney('wan');
  const land = useLandArea();
  const [by, setBy] = useState<'leagues' | 'owners'>('leagues');
  const most = Math.max(...banners.map(({ tonnes }) => Number(tonnes)), 0);
  const shown = by === 'leagues' ? leagues : owners;
  return (
    <section className="panel" data-test="groups">
      <div className="panel-head">
        <h2>{t('reserve:where')}</h2>
        <Segmented
          value={by}
          onChange={setBy}
          options={(['leagues', 'owners'] as const).map((value) => ({ value, label: t(`reserve:${value}`) }))}
        />
      </div>
      <TileMap
        label={t('reserve:map')}
        tileOf={(code) => {
          const found = banners.find(({ key }) => key === code);
          const level = found && most > 0 ? Math.min(Math.ceil((Number(found.tonnes) / most) * 3), 3) : undefined;
          const figure = found ? `${groupDecimal(roundDecimal(found.tonnes, 0))} t CO₂e` : '–';
          return { ...(level && { level }), text: `${regionName(code)} ${figure}` };
        }}
      />
      <WideTable
        label={t('reserve:where')}
        rowKey="key"
        dataSource={shown}
        columns={[
          { title: t(`reserve:${by}`), render: (_, { key }) => (by === 'leagues' ? regionName(key) : key) },
          { title: t('reserve:prospects'), align: 'end', className: 'num', dataIndex: 'prospects' },
          {
            title: `${t('reserve:hectares')} (${land.unit})`,
            align: 'end',
            className: 'num',
            render: (_, { hectares }) => land.of(hectares),
          },
          { title: 't CO₂e', align: 'end', render: (_, { tonnes }) => <Tonnes of={tonnes} /> },
          {
            title: `${t('reserve:npv')} (${money.unit})`,
            align: 'end',
            className: 'num',
            render: (_, { npv }) => money.of(npv),
          },
        ]}
      />
    </section>
  );
}
