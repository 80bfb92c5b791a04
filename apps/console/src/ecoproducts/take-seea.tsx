/** SEEA tables from an account: words that are no SEEA type are placed, who uses each service is said. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Gep } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';

export function TakeSeea({ account, onTaken }: { account: Gep; onTaken(id: string): void }) {
  const { t } = useTranslation();
  const text = useText();
  const [open, setOpen] = useState(false);
  const [types, setTypes] = useState<Record<string, string>>({});
  const [users, setUsers] = useState<Record<string, string>>({});
  const layout = useQuery({
    queryKey: ['seea-layout'],
    queryFn: () => ask(api.GET('/api/v1/ecoproduct/seea/layout')),
    staleTime: Infinity,
  });
  const columns = (code: string) =>
    layout.data?.items.find((table) => table.code === code)?.columns.filter(({ figure }) => figure) ?? [];
  const ecosystems = columns('extent').filter(({ code }) => code !== 'TOTAL');
  const economy = columns('monetary_use').filter(({ code }) => code !== 'TOTAL');
  const take = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/ecoproduct/seea', {
          body: {
            filing: account.filing,
            ecosystems: types,
            use: Object.entries(users).map(([service, unit]) => ({ service, unit, share: '1' })),
          },
        }),
      ),
    onSuccess: ({ id }) => onTaken(id),
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)} data-test="take-seea">
        {t('ecoproducts:seea.take')}
      </Button>
      <Modal
        open={open}
        width={640}
        title={t('ecoproducts:seea.take')}
        okText={t('ecoproducts:seea.take')}
        cancelText={t('common:cancel')}
        okButtonProps={{ loading: take.isPending }}
        onOk={() => take.mutate()}
        onCancel={() => setOpen(false)}
      >
        {take.error && <ProblemAlert error={take.error} />}
        <p className="muted">{t('ecoproducts:seea.takeHint')}</p>
        <h3>{t('ecoproducts:seea.ecosystems')}</h3>
        {account.ecosystems.map((word) => (
          <div key={word} className="bar-row">
            <span>{word}</span>
            <Select
              allowClear
              aria-label={word}
              placeholder={t('ecoproducts:seea.byName')}
              value={types[word]}
              onChange={(code) => setTypes(({ [word]: _, ...rest }) => (code ? { ...rest, [word]: code } : rest))}
              options={ecosystems.map((type) => ({ value: type.code, label: text(type) }))}
            />
            <span />
          </div>
        ))}
        <h3>{t('ecoproducts:seea.users')}</h3>
        {account.rows.map(({ service }) => (
          <div key={service} className="bar-row">
            <span>{service}</span>
            <Select
              allowClear
              aria-label={service}
              value={users[service]}
              onChange={(code) => setUsers(({ [service]: _, ...rest }) => (code ? { ...rest, [service]: code } : rest))}
              options={economy.map((unit) => ({ value: unit.code, label: text(unit) }))}
            />
            <span />
          </div>
        ))}
      </Modal>
    </>
  );
}
