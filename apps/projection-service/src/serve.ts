import { createHttpApp, Health, Metrics } from '#platform';
import { describe as describeAside, type RunnerState, type SetAside } from '#projections';
import { viewsOf } from './config.js';
import { problemOf } from './problem-details.js';
import { ProjectionServiceModule, type Foundation } from './projection-service.module.js';
import type { ViewName } from './views/catalogue.js';
import { Views } from './views/views.js';
import { ViewWatch } from './views/view-watch.js';

/** A running projection-service; `stop` finishes what it began and leaves the foundation open. */
export type Service = { readonly url: string; stop(): Promise<void> };

/** Builds views and serves HTTP on a migrated foundation. Port 0 takes a free one. */
export async function serve(foundation: Foundation): Promise<Service> {
  const { config, logger, dataSource } = foundation;
  const app = await createHttpApp(ProjectionServiceModule.on(foundation), {
    logger,
    document: 'projection-service',
    mapping: problemOf,
  });
  const views = app.get(Views);
  const health = app.get(Health);
  health.add('database', async () => {
    await dataSource.query('SELECT 1');
    return null;
  });
  const names = viewsOf(config);
  const watch = app.get(ViewWatch);
  for (const name of names) health.add(name, () => watch.troubleOf(name));
  for (const metric of watch.metrics) app.get(Metrics).add(metric);
  views.start(names, {
    onState: (name, state) => log(foundation, name, state),
    onSetAside: (name, aside) => logAside(foundation, name, aside),
  });
  watch.start();
  await app.listen({ port: config.PORT, host: config.HOST });
  return {
    url: await app.getUrl(),
    stop: async () => {
      await app.close();
      await watch.stop();
      await views.stop();
    },
  };
}

function log({ logger }: Foundation, view: ViewName, { status, trouble }: RunnerState): void {
  if (status === 'stopped') logger.error({ view, trouble }, 'view stopped');
  else if (status === 'waiting') logger.warn({ view, trouble }, 'view waits');
  else logger.info({ view, status }, 'view changed its status');
}

function logAside({ logger }: Foundation, view: ViewName, aside: SetAside): void {
  const { stream, eventType } = aside;
  const facts = { view, stream, eventType, reason: describeAside(aside) };
  logger.error(facts, 'view set an event aside and goes on without its stream');
}
