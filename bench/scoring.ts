import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { idOf, type Json } from '#event-store';
import {
  FeatureState,
  foldFeatures,
  syntheticPayments,
  verdictOf,
  type InitiatedPayment,
} from '#fraud';
import { FraudModel, startBackend } from '#fraud-model';
import { Messaging, MessagingUnavailable, SUBJECTS } from '#messaging';
import { paymentStream } from '#payments';
import { freePort } from '../apps/standalone/src/parts/free-port.js';
import { progress, startProgram, stopProgram, untilAnswers } from './support/processes.js';

/**
 * `npm run bench -- scoring [requests per second] [seconds]` (1000, 10).
 *
 * Inline scoring over NATS with two workers at a steady rate, each payment appended before it is
 * scored, as command-service does; then the feature fold and batch scoring by themselves.
 */
const RATE = Number(process.argv[2] ?? 1000);
const SECONDS = Number(process.argv[3] ?? 10);
const MESSAGE_KEY = 'only-for-benchmarks-only-for-benchmarks';
const WORKERS = 2;
const BATCH_ROWS = 100_000;
const ROUNDS = 7;
const TICK_MS = 5;

const DIST = new URL('..', import.meta.url).pathname;
const MODELS_DIR = join(DIST, '..', 'models');

const WARM_UP = Math.min(2000, RATE * 2);

// As few payments as are asked for: the asking process also carries the event store, and collecting
// the garbage of a large heap takes the processors from the workers.
const asked = firstPayments(WARM_UP + RATE * SECONDS);
let next = 0;

const inline = await measureInline();
const payments = firstPayments(Infinity);
const folded = measureFold();
const batch = await measureBatch();
process.stdout.write(`${JSON.stringify({ ...inline, ...folded, ...batch })}\n`);

function measureFold() {
  progress(`folding ${payments.length} payments`);
  const state = new FeatureState();
  const startedMs = performance.now();
  for (const data of payments) foldFeatures(state, { type: 'PaymentInitiated', data });
  const seconds = (performance.now() - startedMs) / 1000;
  let bytes = 0;
  for (const [key, value] of state.records()) {
    if (!key.startsWith('payment:')) bytes += key.length + JSON.stringify(value).length;
  }
  return {
    fold_events_per_s: Math.round(payments.length / seconds),
    state_bytes_per_entity: Math.round(bytes / state.entityCount),
  };
}

async function measureBatch() {
  progress(`scoring ${BATCH_ROWS} rows in batches`);
  const backend = await startBackend();
  const model = await FraudModel.load(MODELS_DIR);
  const state = new FeatureState();
  const vectors = payments.slice(0, 5000).flatMap((data) => {
    const vector = foldFeatures(state, { type: 'PaymentInitiated', data });
    return vector ? [vector] : [];
  });
  const rows = Array.from({ length: BATCH_ROWS }, (_, row) => vectors[row % vectors.length] ?? []);
  const batch = timed(BATCH_ROWS, () => {
    model.scoreBatch(rows);
  });
  const single = timed(vectors.length, () => {
    for (const vector of vectors) model.score(vector);
  });
  const flagged = vectors.filter(
    (vector) => verdictOf(model.score(vector), model.thresholds) !== 'approve',
  );
  const explained = timed(flagged.length, () => {
    for (const vector of flagged) model.explain(vector);
  });
  model.dispose();
  return {
    batch_rows_per_s: Math.round(1e6 / batch.us),
    batch_rows_per_cpu_s: Math.round(1e6 / batch.cpuUs),
    single_row_us: single.us,
    single_row_cpu_us: single.cpuUs,
    explanation_cpu_us: explained.cpuUs,
    backend,
  };
}

/**
 * Microseconds a row, by the clock and of the processor: other programs delay only the first.
 * Medians of some rounds after one that does not count, so that all is compiled.
 */
function timed(rows: number, run: () => void): { readonly us: number; readonly cpuUs: number } {
  run();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const startedMs = performance.now();
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return { us: (performance.now() - startedMs) * 1000, cpuUs: user + system };
  });
  const medianOf = (figures: number[]) => figures.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
  return {
    us: round(medianOf(rounds.map(({ us }) => us)) / rows),
    cpuUs: round(medianOf(rounds.map(({ cpuUs }) => cpuUs)) / rows),
  };
}

async function measureInline() {
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-scoring-'));
  const natsUrl = `nats://127.0.0.1:${await freePort()}`;
  const [host = '', port = ''] = new URL(natsUrl).host.split(':');
  const nats = spawn('nats-server', ['-a', host, '-p', port, '-js', '-sd', join(folder, 'nats')]);
  const store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
  const door = await EventStoreDoor.listen(store, { host, port: 0 });
  const messaging = await untilConnected(natsUrl);
  const workers: ChildProcess[] = [];
  try {
    for (let index = 0; index < WORKERS; index += 1) {
      workers.push(await startWorker(join(folder, `worker-${index}`), natsUrl, door.port));
    }
    await send(store, messaging, WARM_UP);
    progress(`asking ${RATE} times a second for ${SECONDS} s`);
    const { latencies, failures } = await send(store, messaging, RATE * SECONDS);
    const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? NaN;
    return {
      inline_p50_ms: round(at(0.5)),
      inline_p99_ms: round(at(0.99)),
      inline_max_ms: round(latencies.at(-1) ?? NaN),
      inline_requests: latencies.length,
      inline_failures: failures,
      rate_per_s: RATE,
      workers: WORKERS,
    };
  } finally {
    await messaging.close();
    await Promise.all(workers.map((worker) => stopProgram(worker)));
    await door.close();
    await store.close();
    const ended = once(nats, 'exit');
    nats.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function startWorker(dataDir: string, natsUrl: string, doorPort: number) {
  const port = await freePort();
  const worker = startProgram(join(DIST, 'apps/fraud-worker/src/main.js'), [], {
    PORT: String(port),
    LOG_LEVEL: 'warn',
    DATA_DIR: dataDir,
    EVENTSTORE_URL: `esdb://127.0.0.1:${doorPort}?tls=false`,
    NATS_URL: natsUrl,
    NATS_MESSAGE_KEY: MESSAGE_KEY,
    MODELS_DIR,
  });
  await untilAnswers(`http://127.0.0.1:${port}/health/ready`);
  return worker;
}

/** Starts requests at the rate, without waiting for earlier ones; latencies come back sorted. */
async function send(store: EmbeddedEventStore, messaging: Messaging, count: number) {
  const latencies: number[] = [];
  let failures = 0;
  const answers: Promise<void>[] = [];
  const startedMs = performance.now();
  while (answers.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - startedMs) / 1000) * RATE));
    while (answers.length < due) answers.push(ask());
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.all(answers);
  return { latencies: latencies.sort((a, b) => a - b), failures };

  async function ask(): Promise<void> {
    const payment = paymentNumber(next);
    next += 1;
    const data = JSON.parse(JSON.stringify(payment)) as Json;
    const event = { id: idOf(payment.paymentId), type: 'PaymentInitiated', data, metadata: {} };
    await store.append(paymentStream(payment.paymentId), [event], 'no-stream');
    const askedMs = performance.now();
    try {
      await messaging.request(SUBJECTS.scoreRequested, { assessmentId: 'bench', payment }, 1000);
      latencies.push(performance.now() - askedMs);
    } catch {
      failures += 1;
    }
  }
}

function paymentNumber(number: number): InitiatedPayment {
  const payment = asked[number % asked.length];
  if (!payment) throw new Error('there are no payments');
  return { ...payment, paymentId: `bench-${number}` };
}

/** The same made-up month, in the order of its days. */
function firstPayments(count: number): InitiatedPayment[] {
  const first: InitiatedPayment[] = [];
  const month = { seed: 4, days: 30, customers: 3000, merchants: 800 };
  for (const fact of syntheticPayments(month)) {
    if (first.length >= count) break;
    if (fact.kind === 'payment') first.push(fact.payment);
  }
  return first;
}

async function untilConnected(url: string): Promise<Messaging> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await Messaging.connect({ url, name: 'bench', key: MESSAGE_KEY });
    } catch (error) {
      if (!(error instanceof MessagingUnavailable) || attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
