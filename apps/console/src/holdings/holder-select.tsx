/** An organisation, found by a part of its name. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';

export function HolderSelect({ id, value, onChange }: { id?: string; value?: string; onChange?(value: string): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const name = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['registry', 'holders', name],
    enabled: name.length >= 2,
    queryFn: () => ask(api.GET('/api/v1/registry/holders', { params: { query: { name } } })),
  });
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      placeholder={t('holdings:typeName')}
      notFoundContent={name.length < 2 ? t('holdings:typeName') : t('holdings:nobody')}
      options={found.data?.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
