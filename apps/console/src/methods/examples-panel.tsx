import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExampleOutcome } from '../api/types';
import { groupDecimal, isDecimal } from '../numbers/decimal';
import { useText } from '../shared/use-text';
import { WideTable } from '../shared/wide-table';

const shown = (value: string) => (isDecimal(value) ? groupDecimal(value) : value);

/** The worked examples, calculated: what was expected, what the sheet gives, and how far they may lie apart. */
export function ExamplesPanel({ examples }: { examples: ExampleOutcome[] }) {
  const { t } = useTranslation();
  const text = useText();
  const good = examples.filter(({ ok }) => ok).length;
  return (
    <div className="page" data-test="examples">
      <Alert
        showIcon
        type={examples.length > 0 && good === examples.length ? 'success' : 'error'}
        title={
          examples.length
            ? t('methods:examples.standing', { good, count: examples.length })
            : t('methods:examples.none')
        }
      />
      {examples.map((example, i) => (
        <section key={i} className="panel">
          <div className="panel-head">
            <h2>
              {example.ok ? (
                <CheckCircleFilled className="example-good" aria-label={t('methods:examples.ok')} />
              ) : (
                <CloseCircleFilled className="example-bad" aria-label={t('methods:examples.failed')} />
              )}{' '}
              {text(example.title)}
            </h2>
            <span className="muted">
              {example.refused
                ? t('methods:examples.refused')
                : example.rtol === undefined
                  ? t('methods:examples.exact')
                  : t('methods:examples.rtol', { rtol: `${Number((example.rtol * 100).toPrecision(6))} %` })}
            </span>
          </div>
          <p className="muted">{example.source}</p>
          {example.figures.length > 0 && (
            <WideTable
              label={text(example.title)}
              rowKey="place"
              columns={[
                {
                  title: t('methods:examples.figure'),
                  dataIndex: 'place',
                  render: (place: string) => <code>{place}</code>,
                },
                {
                  title: t('methods:examples.expected'),
                  align: 'end',
                  className: 'num',
                  dataIndex: 'expected',
                  render: shown,
                },
                { title: t('methods:examples.got'), align: 'end', className: 'num', dataIndex: 'got', render: shown },
                {
                  title: t('methods:examples.result'),
                  dataIndex: 'ok',
                  render: (ok: boolean) => t(ok ? 'methods:examples.ok' : 'methods:examples.failed'),
                },
              ]}
              dataSource={example.figures}
            />
          )}
          {!example.ok && (
            <ul className="plain-list">
              {example.differences.map((difference) => (
                <li key={difference}>{difference}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
