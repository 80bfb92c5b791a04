/** What a list is narrowed down by: a text, or one of a few. */
import { Input, Select } from 'antd';

interface SearchProps {
  label: string;
  value: string | undefined;
  onChange(value: string | undefined): void;
}

export function Search({ label, value, onChange }: SearchProps) {
  return (
    <Input.Search
      allowClear
      className="filter-search"
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      onSearch={(text) => onChange(text.trim() || undefined)}
    />
  );
}

interface ChoiceProps<V extends string> {
  label: string;
  values: readonly V[];
  value: V | undefined;
  textOf(value: V): string;
  onChange(value: V | undefined): void;
}

export function Choice<V extends string>({ label, values, value, textOf, onChange }: ChoiceProps<V>) {
  return (
    <Select
      allowClear
      className="filter-choice"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(next?: V) => onChange(next)}
      options={values.map((one) => ({ value: one, label: textOf(one) }))}
    />
  );
}
