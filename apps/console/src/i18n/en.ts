import components from 'antd/es/locale/en_US';
import admin from './en/admin.json';
import audit from './en/audit.json';
import common from './en/common.json';
import compensation from './en/compensation.json';
import credits from './en/credits.json';
import ecoproducts from './en/ecoproducts.json';
import errors from './en/errors.json';
import exchange from './en/exchange.json';
import factors from './en/factors.json';
import filings from './en/filings.json';
import holdings from './en/holdings.json';
import home from './en/home.json';
import jobs from './en/jobs.json';
import labels from './en/labels.json';
import market from './en/market.json';
import methods from './en/methods.json';
import open from './en/open.json';
import reconciliation from './en/reconciliation.json';
import reserve from './en/reserve.json';
import rasters from './en/rasters.json';
import results from './en/results.json';
import reviews from './en/reviews.json';
import rules from './en/rules.json';
import scenarios from './en/scenarios.json';
import session from './en/session.json';
import sinks from './en/sinks.json';
import suppliers from './en/suppliers.json';
import tour from './en/tour.json';

/** What the component library says. */
export { components };

export default {
  admin,
  audit,
  common,
  compensation,
  credits,
  ecoproducts,
  errors,
  exchange,
  factors,
  filings,
  holdings,
  home,
  jobs,
  labels,
  market,
  methods,
  open,
  reconciliation,
  reserve,
  rasters,
  results,
  reviews,
  rules,
  scenarios,
  session,
  sinks,
  suppliers,
  tour,
};
