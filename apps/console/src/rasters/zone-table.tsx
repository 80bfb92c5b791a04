/** Sums by zone as a tree: a league with its banners, a banner with its parcels; and by class within one of them. */
import { Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RasterResult } from '../api/types';
import { groupDecimal, percentOf, readable, roundDecimal } from '../numbers/decimal';
import { useRegionName } from '../shared/use-regions';
import { WideTable } from '../shared/wide-table';

type Sum = RasterResult['zones'][number];
interface Branch extends Sum {
  children?: Branch[];
}

/** Zones in which nothing lies, such as the banners of other leagues, are left out. */
export function treeOf(zones: readonly Sum[]): Branch[] {
  const filled = zones.filter(({ cells, missing }) => cells + missing > 0);
  const codes = new Set(filled.map(({ zone }) => zone));
  const below = (parent: number | undefined): Branch[] =>
    filled
      .filter((one) =>
        parent === undefined ? one.parent === undefined || !codes.has(one.parent) : one.parent === parent,
      )
      .map((one) => {
        const children = below(one.zone);
        return { ...one, ...(children.length && { children }) };
      });
  return below(undefined);
}

const km2 = (areaM2: string): string => groupDecimal(roundDecimal(`${areaM2}e-6`, 2));

function useColumns(unit: string, total: string): TableColumnsType<Sum> {
  const { t } = useTranslation();
  return [
    {
      title: `${t('rasters:total')} (${unit})`,
      align: 'end',
      className: 'num',
      render: (_, sum) => groupDecimal(sum.total),
    },
    {
      title: t('rasters:share'),
      align: 'end',
      className: 'num',
      render: (_, sum) => `${percentOf(sum.total, total, 1) ?? '–'} %`,
    },
    { title: t('rasters:area'), align: 'end', className: 'num', render: (_, { areaM2 }) => km2(areaM2) },
    {
      title: t('rasters:cells'),
      align: 'end',
      className: 'num',
      render: (_, { cells }) => groupDecimal(String(cells)),
    },
    {
      title: t('rasters:missing'),
      align: 'end',
      className: 'num',
      render: (_, { missing }) => (missing ? groupDecimal(String(missing)) : ''),
    },
  ];
}

function useZoneName() {
  const regionName = useRegionName();
  const { t } = useTranslation();
  return ({ zone, name }: Sum): string => {
    const known = regionName(String(zone));
    if (known !== String(zone)) return known;
    return name ?? (zone === 0 ? t('rasters:whole') : String(zone));
  };
}

export function ZoneTable({ result }: { result: RasterResult }) {
  const { t } = useTranslation();
  const nameOf = useZoneName();
  const figures = useColumns(result.unit, result.total);
  const tree = treeOf(result.zones);
  const columns: TableColumnsType<Branch> = [
    {
      title: t('rasters:zone'),
      render: (_, zone) => (
        <span>
          {nameOf(zone)} {zone.zone > 0 && <span className="muted num">{zone.zone}</span>}
        </span>
      ),
    },
    ...(figures as TableColumnsType<Branch>),
  ];
  return (
    <section className="panel" data-test="zone-table">
      <h2>{t('rasters:byZone')}</h2>
      <p className="muted">{t('rasters:exact')}</p>
      <WideTable
        label={t('rasters:byZone')}
        rowKey="zone"
        columns={columns}
        dataSource={tree}
        expandable={{ defaultExpandAllRows: true }}
      />
    </section>
  );
}

export function ClassTable({ result }: { result: RasterResult }) {
  const { t } = useTranslation();
  const nameOf = useZoneName();
  const zones = result.zones.filter(({ zone }) => result.classes.some((one) => one.zone === zone));
  const [chosen, setChosen] = useState<number>();
  const zone = zones.find((one) => one.zone === chosen) ?? zones.find(({ parent }) => parent === undefined) ?? zones[0];
  const figures = useColumns(result.unit, zone?.total ?? '0');
  if (!zone) return null;
  const columns: TableColumnsType<Sum> = [
    { title: t('rasters:class'), className: 'num', render: (_, sum) => readable(String(sum.class)) },
    ...figures,
  ];
  return (
    <section className="panel" data-test="class-table">
      <div className="panel-head">
        <h2>{t('rasters:byClass')}</h2>
        <Select
          value={zone.zone}
          onChange={setChosen}
          options={zones.map((one) => ({ value: one.zone, label: nameOf(one) }))}
          style={{ minWidth: 160 }}
          aria-label={t('rasters:zone')}
        />
      </div>
      <WideTable
        label={t('rasters:byClass')}
        rowKey={({ class: code }) => String(code)}
        columns={columns}
        dataSource={result.classes.filter((one) => one.zone === zone.zone)}
      />
    </section>
  );
}
