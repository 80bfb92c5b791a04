/** A factor is a raster or one number. */
import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Raster, RasterColumn } from '../api/types';

export type FactorValue = { raster: string } | { value: string };

interface Props {
  input: RasterColumn['inputs'][number];
  rasters: readonly Raster[];
  id?: string;
  value?: FactorValue;
  onChange?(next: FactorValue | undefined): void;
}

export function FactorField({ input, rasters, id, value, onChange }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<'raster' | 'value'>('raster');
  // A class is a whole number; a zone raster may be one as well.
  const fitting = rasters.filter((one) => (input.classes ? !one.cellType.startsWith('f') : one.kind === 'factor'));
  const limits = [input.min && `≥ ${input.min}`, input.max && `≤ ${input.max}`].filter(Boolean).join(' ');
  return (
    <div className="factor-field" data-test={`factor-${input.name}`}>
      <Segmented
        size="small"
        value={kind}
        onChange={(next) => {
          setKind(next);
          onChange?.(undefined);
        }}
        options={(['raster', 'value'] as const).map((one) => ({ value: one, label: t(`rasters:factorKind.${one}`) }))}
      />
      {kind === 'raster' ? (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={value && 'raster' in value ? value.raster : undefined}
          onChange={(raster: string) => onChange?.({ raster })}
          options={fitting.map((one) => ({ value: one.id, label: one.unit ? `${one.name} (${one.unit})` : one.name }))}
          notFoundContent={t('rasters:noRasters')}
        />
      ) : (
        <Input
          id={id}
          inputMode="decimal"
          placeholder={limits}
          value={value && 'value' in value ? value.value : ''}
          onChange={({ target }) => onChange?.(target.value ? { value: target.value } : undefined)}
        />
      )}
    </div>
  );
}
