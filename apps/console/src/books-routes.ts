import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { exceptionsSearch } from './exceptions/exceptions-search.js';
import { root } from './root-route.js';

const money = createRoute({
  getParentRoute: () => root,
  path: 'money',
  component: lazyRouteComponent(() => import('./money/money-page.js'), 'MoneyPage'),
});

const reconciliation = createRoute({
  getParentRoute: () => root,
  path: 'reconciliation',
  component: lazyRouteComponent(
    () => import('./reconciliation/reconciliation-page.js'),
    'ReconciliationPage',
  ),
});

const exceptions = createRoute({
  getParentRoute: () => root,
  path: 'reconciliation/exceptions',
  validateSearch: exceptionsSearch,
  component: lazyRouteComponent(() => import('./exceptions/exceptions-page.js'), 'ExceptionsPage'),
});

const exception = createRoute({
  getParentRoute: () => root,
  path: 'reconciliation/exceptions/$exceptionId',
  component: lazyRouteComponent(() => import('./exceptions/exception-page.js'), 'ExceptionPage'),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: 'reconciliation/imports',
  component: lazyRouteComponent(() => import('./imports/imports-page.js'), 'ImportsPage'),
});

const oneImport = createRoute({
  getParentRoute: () => root,
  path: 'reconciliation/imports/$importId',
  component: lazyRouteComponent(() => import('./imports/import-page.js'), 'ImportPage'),
});

const periods = createRoute({
  getParentRoute: () => root,
  path: 'reconciliation/periods',
  component: lazyRouteComponent(() => import('./periods/periods-page.js'), 'PeriodsPage'),
});

const period = createRoute({
  getParentRoute: () => root,
  path: 'reconciliation/periods/$period',
  component: lazyRouteComponent(() => import('./periods/period-page.js'), 'PeriodPage'),
});

const adjustments = createRoute({
  getParentRoute: () => root,
  path: 'reconciliation/adjustments',
  component: lazyRouteComponent(
    () => import('./adjustments/adjustments-page.js'),
    'AdjustmentsPage',
  ),
});

/** Pages of accounts and of what providers and banks say. */
export const BOOKS_ROUTES = [
  money,
  reconciliation,
  exceptions,
  exception,
  imports,
  oneImport,
  periods,
  period,
  adjustments,
] as const;
