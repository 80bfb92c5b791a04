/** What the header of a raster says, in words. */
import { useTranslation } from 'react-i18next';
import type { Raster } from '../api/types';
import { groupDecimal, readable } from '../numbers/decimal';

const MB = 1024 * 1024;

export function RasterFacts({ raster }: { raster: Raster }) {
  const { t } = useTranslation();
  const [west, south, east, north] = raster.bounds.map((bound) => readable(bound, 9));
  const facts: [string, string][] = [
    [t('rasters:size'), `${groupDecimal(String(raster.width))} × ${groupDecimal(String(raster.height))}`],
    [t('rasters:cell'), raster.cell.map((side) => readable(side, 9)).join(' × ')],
    [t('rasters:crs'), raster.crs],
    [t('rasters:bounds'), `${west} – ${east}, ${south} – ${north}`],
    [t('rasters:cellType'), raster.cellType],
    [t('rasters:nodata'), raster.nodata],
    ...(raster.unit ? [[t('rasters:unit'), raster.unit] as [string, string]] : []),
    ...(Number(raster.bytes) > 0 ? [[t('rasters:bytes'), megabytes(raster.bytes)] as [string, string]] : []),
    ...(raster.zones ? [[t('rasters:zones'), String(raster.zones.length)] as [string, string]] : []),
  ];
  return (
    <div className="stack" style={{ gap: 10 }}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        SHA-256 <code>{raster.sha256.slice(0, 24)}…</code>
      </p>
    </div>
  );
}

/** A size is no account: one decimal is enough to know what is coming. */
export const megabytes = (bytes: string): string => `${(Number(bytes) / MB).toFixed(1)} MB`;
