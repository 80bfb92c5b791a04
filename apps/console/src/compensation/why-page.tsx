/** 为什么是这个数: for a household, on one page that can be printed and taken home. */
import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, ask } from '../api/client';
import { ExplanationNode } from '../results/explanation-node';
import '../results/explanation.css';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import './compensation.css';
import { Yuan } from './yuan';

export function WhyPage() {
  const { t } = useTranslation();
  const text = useText();
  const regionName = useRegionName();
  const { id = '' } = useParams();
  useTitle(t('compensation:why'));
  const query = useQuery({
    queryKey: ['why', id],
    queryFn: () => ask(api.GET('/api/v1/compensation/allotments/{id}/explanation', { params: { path: { id } } })),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const why = query.data;
  if (!why) return <Waiting />;
  const banner = why.above.find(({ level }) => level === 'banner')?.code ?? '';
  return (
    <div className="page">
      <PageHead
        title={t('compensation:why')}
        hint={`${why.programme.title} · ${why.household.name} · ${why.household.number}`}
        back={{ to: `/compensation/${why.programme.id}/banners/${banner}`, text: regionName(banner) }}
        actions={
          <Button icon={<PrinterOutlined />} onClick={() => print()}>
            {t('compensation:print')}
          </Button>
        }
      />
      <section className="panel">
        <h2>{t('compensation:yourAmount')}</h2>
        <p className="why-amount" data-test="amount">
          <Yuan amount={why.due} />
        </p>
        {why.decisions.length > 0 && (
          <ul className="why-decisions" data-test="decided">
            <li>
              {t('compensation:decision.allotted')} <Yuan amount={why.amount} />
            </li>
            {why.decisions.map(({ number, kind, reason, document, clause, lines }) => (
              <li key={number}>
                {t(`compensation:decision.kind.${kind}`)}{' '}
                {lines.map(({ amount }, i) => (
                  <Yuan key={i} amount={amount} />
                ))}{' '}
                <span className="muted">
                  {reason} · {[document.title, document.number, clause].filter(Boolean).join(' ')} · {number}
                </span>
              </li>
            ))}
          </ul>
        )}
        <ol className="why-sentences">
          {why.sentences.map((sentence, i) => (
            <li key={i}>{text(sentence)}</li>
          ))}
        </ol>
      </section>
      <section className="panel">
        <h2>{t('compensation:above')}</h2>
        <ol className="why-ladder">
          <li>
            <span>{t('compensation:household')}</span>
            <Yuan amount={why.amount} />
          </li>
          {why.above.map(({ code, households, amount }) => (
            <li key={code}>
              <span>
                {regionName(code)}{' '}
                <span className="muted num">{t('compensation:ofHouseholds', { count: households })}</span>
              </span>
              <Yuan amount={amount} />
            </li>
          ))}
          <li>
            <span>
              {t('compensation:pool')} <span className="muted">{why.pool.code}</span>
            </span>
            <Yuan amount={why.pool.amount} />
          </li>
        </ol>
      </section>
      <section className="panel">
        <h2>{t('compensation:basis')}</h2>
        <ul>
          {why.legalBasis.map(({ title, document, clause }) => (
            <li key={title}>{[title, document, clause].filter(Boolean).join(' ')}</li>
          ))}
          <li>
            {text(why.method.title)} <span className="muted num">{`${why.method.id} ${why.method.version}`}</span>
          </li>
        </ul>
      </section>
      <section className="panel">
        <h2>{t('compensation:steps')}</h2>
        <ExplanationNode node={why.explanation} />
      </section>
    </div>
  );
}
