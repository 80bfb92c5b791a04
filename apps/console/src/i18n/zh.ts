import components from 'antd/es/locale/zh_CN';
// Names of months and days in calendars.
import 'dayjs/locale/zh-cn';
import admin from './zh/admin.json';
import audit from './zh/audit.json';
import common from './zh/common.json';
import compensation from './zh/compensation.json';
import credits from './zh/credits.json';
import ecoproducts from './zh/ecoproducts.json';
import errors from './zh/errors.json';
import exchange from './zh/exchange.json';
import factors from './zh/factors.json';
import filings from './zh/filings.json';
import holdings from './zh/holdings.json';
import home from './zh/home.json';
import jobs from './zh/jobs.json';
import labels from './zh/labels.json';
import market from './zh/market.json';
import methods from './zh/methods.json';
import open from './zh/open.json';
import reconciliation from './zh/reconciliation.json';
import reserve from './zh/reserve.json';
import rasters from './zh/rasters.json';
import results from './zh/results.json';
import reviews from './zh/reviews.json';
import rules from './zh/rules.json';
import scenarios from './zh/scenarios.json';
import session from './zh/session.json';
import sinks from './zh/sinks.json';
import suppliers from './zh/suppliers.json';
import tour from './zh/tour.json';

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
