import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Frame } from './frame/frame.js';
import { NotFound } from './frame/not-found.js';
import { parsedSearch, searchText } from './frame/address.js';
import { queueSearch } from './queue/queue-search.js';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router redirects
    throw redirect({ to: '/queue' });
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

/** Pages by their addresses; each is loaded when it is opened. */
export function newRouter() {
  return createRouter({
    routeTree: root.addChildren([home, queue.addChildren([queueCase])]),
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
