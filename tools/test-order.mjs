/**
 * Jest starts the longest files first, as it measured them the last time. A fresh clone has
 * measured none: there the seconds below hold, or the longest file would start last and keep one
 * processor busy while the other has nothing left to do.
 */
import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** Of a run of everything; others take less. */
export const SECONDS = {
  'test/e2e/operation-crash.e2e.spec.ts': 361,
  'test/e2e/standalone.e2e.spec.ts': 350,
  'test/e2e/console-analyst.e2e.spec.ts': 158,
  'test/integration/fraud-training.int.spec.ts': 114,
  'test/e2e/outgoing-webhooks-kills.e2e.spec.ts': 91,
  'test/integration/docs-page.int.spec.ts': 79,
  'test/integration/entry-points.int.spec.ts': 70,
  'test/e2e/dashboards.e2e.spec.ts': 68,
  'test/integration/fraud-worker-kills.int.spec.ts': 64,
  'test/e2e/api-fuzz.e2e.spec.ts': 58,
  'test/integration/event-store-model.int.spec.ts': 55,
  'test/integration/projection-service.int.spec.ts': 46,
  'test/e2e/order-cancellation.e2e.spec.ts': 41,
  'test/e2e/backup.e2e.spec.ts': 28,
  'test/contract/payment-provider-stripe.contract.spec.ts': 28,
  'test/integration/assayctl-help.int.spec.ts': 27,
  'test/integration/fraud-shipped-model.int.spec.ts': 26,
  'test/integration/command-service.int.spec.ts': 25,
  'test/integration/projections.int.spec.ts': 25,
  'test/contract/payment-provider-paypal.contract.spec.ts': 24,
  'test/integration/assayctl-audit.int.spec.ts': 23,
  'test/integration/provider-sandbox-faults.int.spec.ts': 22,
  'test/e2e/fraud-policy.e2e.spec.ts': 22,
  'test/e2e/standalone-scoring.e2e.spec.ts': 21,
};
const OTHERS_SECONDS = 5;

export default class TestOrder extends Sequencer {
  /** @returns milliseconds. */
  time(test) {
    const file = relative(test.context.config.rootDir, test.path).replaceAll('\\', '/');
    return super.time(test) ?? (SECONDS[file] ?? OTHERS_SECONDS) * 1000;
  }
}
