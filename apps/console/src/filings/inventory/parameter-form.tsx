import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { pick } from '../../api/problem';
import type { DatedValue, Fault, Parameter, Row } from '../../api/types';
import { normaliseNumber } from '../../numbers/decimal';
import { shownUnit } from '../../numbers/unit';
import { ConfidenceTag } from '../../shared/confidence-tag';
import { useChoice, useText } from '../../shared/use-text';
import { checkCell } from '../grid/check-cell';
import './parameter-form.css';

interface Props {
  parameters: Parameter[];
  values: Row;
  faults: Fault[];
  on: string;
  region: string;
  readOnly: boolean;
  onChange(values: Row, tag: string): void;
}

/** The sheet's own value on that day in that place: the longest region that covers it. */
function valueOn(parameter: Parameter, on: string, region: string): DatedValue | undefined {
  return parameter.values
    .filter((v) => (!v.from || v.from <= on) && (!v.to || on <= v.to) && (!v.region || region.startsWith(v.region)))
    .sort((a, b) => (b.region?.length ?? 0) - (a.region?.length ?? 0))[0];
}

export function ParameterForm({ parameters, values, faults, on, region, readOnly, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const choice = useChoice();
  const set = (name: string, value: string | undefined) =>
    onChange({ ...values, [name]: value || undefined }, `parameter/${name}`);
  return (
    <div className="parameters">
      {parameters.map((parameter) => {
        const own = valueOn(parameter, on, region);
        const typed = values[parameter.name];
        const shown = typed === undefined || typed === null ? undefined : String(typed);
        const local = checkCell(parameter, typed);
        const messages = faults
          .filter((fault) => fault.column === parameter.name)
          .map((fault) =>
            [pick(fault.message, i18n.language), pick(fault.remedy, i18n.language)].filter(Boolean).join(' → '),
          );
        if (local) messages.unshift(t(`filings:check.${local.key}`, { limit: local.limit }));
        const wrong = messages.length > 0;
        const id = `parameter-${parameter.name}`;
        const about = `${id}-about`;
        const unit = shownUnit(parameter.unit);
        const common = {
          id,
          disabled: readOnly,
          status: wrong ? ('error' as const) : undefined,
          'aria-describedby': about,
        };
        return (
          <div key={parameter.name} className="parameter">
            <label htmlFor={id}>
              {text(parameter.title)} {unit && <span className="muted">({unit})</span>}
            </label>
            {parameter.choices ? (
              <Select
                {...common}
                allowClear
                value={shown}
                placeholder={
                  own ? t('filings:parameter.own', { value: choice(own.value) }) : t('filings:parameter.choose')
                }
                options={parameter.choices.map((value) => ({ value, label: choice(value) }))}
                onChange={(value?: string) => set(parameter.name, value)}
              />
            ) : (
              <Input
                {...common}
                value={shown}
                className={parameter.type === 'number' ? 'num right' : undefined}
                inputMode={parameter.type === 'number' ? 'decimal' : undefined}
                placeholder={own ? t('filings:parameter.own', { value: own.value }) : t('filings:parameter.needed')}
                onChange={({ target }) => set(parameter.name, target.value)}
                onBlur={() =>
                  shown &&
                  parameter.type === 'number' &&
                  normaliseNumber(shown) !== shown &&
                  set(parameter.name, normaliseNumber(shown))
                }
              />
            )}
            <div id={about} className="parameter-about">
              {wrong && <span className="parameter-fault">{messages.join('; ')}</span>}
              {parameter.help && <span>{text(parameter.help)}</span>}
              {parameter.clause && (
                <span>
                  <span className="muted">{t('filings:wizard.clause')}</span> {parameter.clause}
                </span>
              )}
              {own && (
                <span className="muted">
                  {own.source} <ConfidenceTag confidence={own.confidence} />
                </span>
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
