/** The market: what is offered, what was dealt, the day, and the published history. */
import { useTranslation } from 'react-i18next';
import { PageHead } from '../shared/page-head';
import { Settled } from '../shared/settled';
import { useTitle } from '../shared/use-title';
import { Auctions } from './auctions';
import { Board } from './board';
import { Bulletin } from './bulletin';
import { Deals } from './deals';
import { History } from './history';
import './market.css';

export function MarketPage() {
  const { t } = useTranslation();
  useTitle(t('market:title'));
  return (
    <div className="page">
      <PageHead title={t('market:title')} hint={t('market:hint')} />
      <Settled>
        <Board />
        <Auctions />
        <Deals />
        <Bulletin />
        <History />
      </Settled>
    </div>
  );
}
