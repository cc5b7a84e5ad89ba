import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { LANDING } from './frame/pages.js';
import { parsedSearch, searchText } from './frame/address.js';
import { BOOKS_ROUTES } from './books-routes.js';
import { auditSearch } from './audit/audit-search.js';
import { paymentsSearch } from './payments/payments-search.js';
import { queueSearch } from './queue/queue-search.js';
import { root } from './root-route.js';
import { callerNow } from './session/session-store.js';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router redirects
    throw redirect({ to: LANDING[callerNow().role] });
  },
});

const queue = createRoute({
  getParentRoute: () => root,
  path: 'queue',
  validateSearch: queueSearch,
  component: lazyRouteComponent(() => import('./queue/queue-page.js'), 'QueuePage'),
});

const queueCase = createRoute({
  getParentRoute: () => queue,
  path: '$paymentId',
  component: lazyRouteComponent(() => import('./case/case-page.js'), 'CasePage'),
});

const payments = createRoute({
  getParentRoute: () => root,
  path: 'payments',
  validateSearch: paymentsSearch,
  component: lazyRouteComponent(() => import('./payments/payments-page.js'), 'PaymentsPage'),
});

const payment = createRoute({
  getParentRoute: () => root,
  path: 'payments/$paymentId',
  component: lazyRouteComponent(() => import('./payments/payment-page.js'), 'PaymentPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: 'audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./audit/audit-page.js'), 'AuditPage'),
});

const replay = createRoute({
  getParentRoute: () => root,
  path: 'audit/replay/$paymentId',
  component: lazyRouteComponent(() => import('./audit/replay-page.js'), 'ReplayPage'),
});

const models = createRoute({
  getParentRoute: () => root,
  path: 'models',
  component: lazyRouteComponent(() => import('./models/models-page.js'), 'ModelsPage'),
});

const endpoints = createRoute({
  getParentRoute: () => root,
  path: 'operations/endpoints',
  component: lazyRouteComponent(() => import('./endpoints/endpoints-page.js'), 'EndpointsPage'),
});

const endpoint = createRoute({
  getParentRoute: () => root,
  path: 'operations/endpoints/$endpointId',
  component: lazyRouteComponent(() => import('./endpoints/endpoint-page.js'), 'EndpointPage'),
});

const operations = createRoute({
  getParentRoute: () => root,
  path: 'operations',
  component: lazyRouteComponent(() => import('./operations/operations-page.js'), 'OperationsPage'),
});

const approvals = createRoute({
  getParentRoute: () => root,
  path: 'approvals',
  component: lazyRouteComponent(() => import('./approvals/approvals-page.js'), 'ApprovalsPage'),
});

const access = createRoute({
  getParentRoute: () => root,
  path: 'access',
  component: lazyRouteComponent(() => import('./access/access-page.js'), 'AccessPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: 'account',
  component: lazyRouteComponent(() => import('./account/account-page.js'), 'AccountPage'),
});

const TREE = root.addChildren([
  home,
  queue.addChildren([queueCase]),
  payments,
  payment,
  ...BOOKS_ROUTES,
  audit,
  replay,
  models,
  approvals,
  operations,
  endpoints,
  endpoint,
  access,
  account,
]);

/** Pages by their addresses; each is loaded when it is opened. */
export function newRouter() {
  return createRouter({
    routeTree: TREE,
    parseSearch: parsedSearch,
    stringifySearch: searchText,
    defaultPreload: false,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- it has to merge
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
