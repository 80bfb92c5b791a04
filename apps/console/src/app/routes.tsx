import { createBrowserRouter, type RouteObject } from 'react-router';
import { allTexts } from '../i18n';
import { RequireSession } from '../session/require-session';
import { SessionProvider } from '../session/session-provider';
import { NotFound, RouteFailure } from './route-failure';
import { Waiting } from '../shared/waiting';

type Load<Name extends string> = () => Promise<Record<Name, React.ComponentType>>;

/** Asking for the files of the frame and of a page takes a slow phone a while: it does each in a task of its own. */
const aside = () => new Promise((done) => setTimeout(done));

/** A page is its own chunk and exports itself under `name`. */
const page = <Name extends string>(load: Load<Name>, name: Name) => ({
  lazy: async () => {
    await aside();
    const [room] = await Promise.all([load(), allTexts()]);
    return { Component: room[name] };
  },
});

/** Read without an account, often on a phone: it says nothing but what came with the first load (keys.spec.ts holds it to that). */
const openPage = <Name extends string>(load: Load<Name>, name: Name) => ({
  lazy: async () => ({ Component: (await load())[name] }),
});

const inside: RouteObject[] = [
  { index: true, ...page(() => import('../home/home-page'), 'HomePage') },
  { path: 'filings', ...page(() => import('../filings/filings-page'), 'FilingsPage') },
  { path: 'filings/new', ...page(() => import('../filings/new-filing-page'), 'NewFilingPage') },
  { path: 'filings/:id', ...page(() => import('../filings/filing-page'), 'FilingPage') },
  { path: 'reviews', ...page(() => import('../reviews/reviews-page'), 'ReviewsPage') },
  { path: 'reviews/:id', ...page(() => import('../reviews/review-page'), 'ReviewPage') },
  { path: 'labels', ...page(() => import('../labels/labels-page'), 'LabelsPage') },
  { path: 'labels/:number', ...page(() => import('../labels/dossier-page'), 'DossierPage') },
  { path: 'sinks', ...page(() => import('../sinks/sinks-page'), 'SinksPage') },
  { path: 'sinks/new', ...page(() => import('../sinks/new-sink-page'), 'NewSinkPage') },
  { path: 'sinks/equations', ...page(() => import('../sinks/equations-page'), 'EquationsPage') },
  { path: 'sinks/soil', ...page(() => import('../sinks/soil-page'), 'SoilPage') },
  { path: 'sinks/:id', ...page(() => import('../sinks/sink-page'), 'SinkPage') },
  { path: 'suppliers', ...page(() => import('../suppliers/suppliers-page'), 'SuppliersPage') },
  { path: 'exchange', ...page(() => import('../exchange/exchange-page'), 'ExchangePage') },
  { path: 'holdings', ...page(() => import('../holdings/holdings-page'), 'HoldingsPage') },
  { path: 'market', ...page(() => import('../market/market-page'), 'MarketPage') },
  { path: 'reconciliation', ...page(() => import('../reconciliation/days-page'), 'DaysPage') },
  { path: 'reconciliation/breaks', ...page(() => import('../reconciliation/breaks-page'), 'BreaksPage') },
  { path: 'reconciliation/:date', ...page(() => import('../reconciliation/day-page'), 'DayPage') },
  { path: 'compensation', ...page(() => import('../compensation/programmes-page'), 'ProgrammesPage') },
  { path: 'compensation/new', ...page(() => import('../compensation/new-programme-page'), 'NewProgrammePage') },
  { path: 'compensation/grassland', ...page(() => import('../compensation/grassland-page'), 'GrasslandPage') },
  { path: 'compensation/:id', ...page(() => import('../compensation/programme-page'), 'ProgrammePage') },
  { path: 'compensation/:id/banners/:banner', ...page(() => import('../compensation/banner-page'), 'BannerPage') },
  { path: 'compensation/why/:id', ...page(() => import('../compensation/why-page'), 'WhyPage') },
  { path: 'credits', ...page(() => import('../credits/credits-page'), 'CreditsPage') },
  { path: 'credits/planner', ...page(() => import('../credits/planner-page'), 'PlannerPage') },
  { path: 'credits/:id', ...page(() => import('../credits/project-credits-page'), 'ProjectCreditsPage') },
  { path: 'credits/verifications/:id', ...page(() => import('../credits/verification-page'), 'VerificationPage') },
  { path: 'credits/uncertainty/:run', ...page(() => import('../credits/uncertainty-page'), 'UncertaintyPage') },
  { path: 'reserve', ...page(() => import('../reserve/reserve-page'), 'ReservePage') },
  { path: 'ecoproducts', ...page(() => import('../ecoproducts/catalogue-page'), 'CataloguePage') },
  { path: 'ecoproducts/products/:id', ...page(() => import('../ecoproducts/product-page'), 'ProductPage') },
  { path: 'ecoproducts/accounts', ...page(() => import('../ecoproducts/accounts-page'), 'AccountsPage') },
  { path: 'ecoproducts/accounts/:id', ...page(() => import('../ecoproducts/account-page'), 'AccountPage') },
  { path: 'ecoproducts/seea/:id', ...page(() => import('../ecoproducts/seea-page'), 'SeeaPage') },
  { path: 'ecoproducts/audit', ...page(() => import('../ecoproducts/audit-page'), 'AuditPage') },
  { path: 'ecoproducts/uses', ...page(() => import('../ecoproducts/uses-page'), 'UsesPage') },
  { path: 'ecoproducts/rasters', ...page(() => import('../rasters/rasters-page'), 'RastersPage') },
  { path: 'ecoproducts/rasters/new', ...page(() => import('../rasters/new-run-page'), 'NewRunPage') },
  { path: 'ecoproducts/rasters/runs/:id', ...page(() => import('../rasters/run-page'), 'RasterRunPage') },
  { path: 'ecoproducts/rules', ...page(() => import('../rules/rules-page'), 'RulesPage') },
  { path: 'ecoproducts/indicators', ...page(() => import('../ecoproducts/indicators-page'), 'IndicatorsPage') },
  { path: 'methods', ...page(() => import('../methods/methods-page'), 'MethodsPage') },
  { path: 'methods/proposals', ...page(() => import('../methods/method-proposals-page'), 'MethodProposalsPage') },
  { path: 'methods/proposals/new', ...page(() => import('../methods/propose-method-page'), 'ProposeMethodPage') },
  { path: 'methods/proposals/:id', ...page(() => import('../methods/method-proposal-page'), 'MethodProposalPage') },
  { path: 'methods/:domain/:name', ...page(() => import('../methods/method-page'), 'MethodPage') },
  { path: 'methods/:domain/:name/constants', ...page(() => import('../methods/constants-page'), 'ConstantsPage') },
  { path: 'factors', ...page(() => import('../factors/factors-page'), 'FactorsPage') },
  { path: 'factors/new', ...page(() => import('../factors/propose-page'), 'ProposePage') },
  { path: 'factors/import', ...page(() => import('../factors/import-page'), 'ImportPage') },
  { path: 'factors/proposals', ...page(() => import('../factors/proposals-page'), 'ProposalsPage') },
  { path: 'factors/proposals/:id', ...page(() => import('../factors/proposal-page'), 'ProposalPage') },
  { path: 'factors/impacts', ...page(() => import('../factors/impacts-page'), 'ImpactsPage') },
  { path: 'factors/:id', ...page(() => import('../factors/factor-page'), 'FactorPage') },
  { path: 'admin', ...page(() => import('../admin/admin-page'), 'AdminPage') },
  { path: 'jobs', ...page(() => import('../jobs/jobs-page'), 'JobsPage') },
  { path: 'audit', ...page(() => import('../audit/audit-page'), 'AuditPage') },
  { path: '*', Component: NotFound },
];

export const router = createBrowserRouter([
  {
    Component: SessionProvider,
    ErrorBoundary: RouteFailure,
    HydrateFallback: Waiting,
    children: [
      {
        Component: RequireSession,
        children: [
          {
            ...page(() => import('../layout/shell'), 'Shell'),
            children: [{ ErrorBoundary: RouteFailure, children: inside }],
          },
        ],
      },
    ],
  },
  {
    // Without a session: nothing here may ask who is there.
    ErrorBoundary: RouteFailure,
    HydrateFallback: Waiting,
    children: [
      { path: '/sign-in', ...openPage(() => import('../session/sign-in-page'), 'SignInPage') },
      { path: '/label', ...openPage(() => import('../labels/find-label-page'), 'FindLabelPage') },
      {
        ...page(() => import('../public/open-shell'), 'OpenShell'),
        children: [
          { path: '/open', ...page(() => import('../public/open-page'), 'OpenPage') },
          { path: '/open/notices/:id', ...page(() => import('../public/notice-page'), 'NoticePage') },
        ],
      },
      { path: '/label/:number', ...openPage(() => import('../labels/label-page'), 'LabelPage') },
    ],
  },
]);
