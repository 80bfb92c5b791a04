/** The same trees by every equation of their species: what the choice of equation moves, which no scheme discounts. */
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkSpread, SinkStock } from '../api/types';
import { percent } from '../credits/figures';
import { ConfidenceTag } from '../shared/confidence-tag';
import { ProblemAlert } from '../shared/problem-alert';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { useSpeciesName } from './species';

export function SpreadDrawer({ stock }: { stock: SinkStock }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const spread = useQuery({
    queryKey: ['stock-spread', stock.id],
    enabled: open,
    queryFn: () => ask(api.GET('/api/v1/sink/stocks/{id}/spread', { params: { path: { id: stock.id }, query: {} } })),
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('sinks:spread.button')}
      </Button>
      <Drawer
        size="large"
        open={open}
        onClose={() => setOpen(false)}
        title={t('sinks:spread.title', { round: stock.rounds.at(-1) })}
        destroyOnHidden
      >
        <p className="muted">{t('sinks:spread.hint')}</p>
        {spread.error && <ProblemAlert error={spread.error} />}
        {spread.isPending && <Waiting />}
        {spread.data?.map((one) => (
          <Spread key={one.species} spread={one} chosen={(stock.equations as Record<string, string>)[one.species]} />
        ))}
      </Drawer>
    </>
  );
}

const signed = (share: number) => `${share > 0 ? '+' : ''}${percent(share)}`;

export function Spread({ spread: one, chosen }: { spread: SinkSpread; chosen?: string }) {
  const { t } = useTranslation();
  const name = useSpeciesName()(one.species, one.choices[0]?.equation.nameZh);
  return (
    <section className="rooms" data-test="spread">
      <h3>
        {name}{' '}
        <span className="muted">
          {t('sinks:spread.of', { trees: one.trees.toLocaleString(), spread: percent(one.spread) })}
        </span>
      </h3>
      <WideTable
        label={name}
        rowKey={({ equation }) => equation.equation}
        dataSource={one.choices}
        columns={[
          {
            title: t('sinks:spread.equation'),
            className: 'wrap',
            render: (_, { equation }) => (
              <div className="stack">
                <span>
                  {equation.equation === chosen ? <strong>{equation.equation}</strong> : equation.equation}{' '}
                  <ConfidenceTag confidence={equation.confidence} />
                </span>
                <span className="sub">{equation.source}</span>
              </div>
            ),
          },
          {
            title: t('sinks:spread.tonnes'),
            align: 'end',
            className: 'num',
            render: (_, { tonnes }) => tonnes.toLocaleString(undefined, { maximumFractionDigits: 3 }),
          },
          {
            title: t('sinks:spread.relative'),
            align: 'end',
            className: 'num',
            render: (_, row) => signed(row.relative),
          },
          {
            title: t('sinks:extrapolated'),
            align: 'end',
            className: 'num',
            render: (_, row) => row.outside.toLocaleString(),
          },
        ]}
      />
    </section>
  );
}
