import { createHttpApp, Health, Metrics } from '#platform';
import { BATCH_BYTES_MAX, BATCH_PATH } from './batch/batch.controller.js';
import { CommandServiceModule, type Foundation } from './command-service.module.js';
import { GapFinder } from './gaps/gap-finder.js';
import { EndpointVersions } from './webhooks/endpoint-versions.js';
import { problemOf } from './problem-details.js';
import { OrderCancellations } from './cancel-order/order-cancellations.js';
import { OrderIndex } from './orders/order-index.js';
import { WEBHOOKS_PATH } from './webhooks/webhooks.controller.js';
import { RefusedWebhooks } from './webhooks/refused-webhooks.js';
import { Resumer } from './resume/resumer.js';
import { LateAssessments } from './journey/late-assessments.js';
import { UnscoredPayments } from './scoring/unscored-payments.js';

/** A running command-service; `stop` finishes what it began and leaves the foundation open. */
export type Service = { readonly url: string; stop(): Promise<void> };

/** Serves HTTP on a foundation. Port 0 takes a free one. */
export async function serve(foundation: Foundation): Promise<Service> {
  const { config, logger } = foundation;
  const app = await createHttpApp(CommandServiceModule.on(foundation), {
    logger,
    document: 'command-service',
    mapping: problemOf,
    bodyBytesMaxOf: { [BATCH_PATH]: BATCH_BYTES_MAX },
    queued: { perTurn: COMMANDS_PER_TURN, isOne: isCommand },
  });
  const resumer = app.get(Resumer);
  app.get(Health).add('resumer', () => (resumer.open === null ? 'reading the history' : null));
  const lateAssessments = app.get(LateAssessments);
  lateAssessments.start();
  const unscoredPayments = app.get(UnscoredPayments);
  unscoredPayments.start();
  const orderIndex = app.get(OrderIndex);
  await orderIndex.start();
  await resumer.start();
  const orderCancellations = app.get(OrderCancellations);
  orderCancellations.start();
  const gapFinder = app.get(GapFinder);
  await gapFinder.start();
  const parts = [resumer, gapFinder, app.get(RefusedWebhooks)];
  const told = [...(foundation.metrics ?? []), ...parts.flatMap(({ metrics }) => metrics)];
  for (const metric of told) app.get(Metrics).add(metric);
  void app.get(EndpointVersions).check();
  await app.listen({ port: config.PORT, host: config.HOST });
  return {
    url: await app.getUrl(),
    stop: async () => {
      await app.close();
      await lateAssessments.stop();
      await unscoredPayments.stop();
      await gapFinder.stop();
      await orderCancellations.stop();
      await resumer.stop();
      await orderIndex.stop();
    },
  };
}

/** A payment takes some two milliseconds of this process: a full turn lasts about fifty. */
const COMMANDS_PER_TURN = 24;

/** Providers want their webhooks answered at once, and only commands begin payments. */
function isCommand(method: string, path: string): boolean {
  return method === 'POST' && !path.startsWith(WEBHOOKS_PATH);
}
