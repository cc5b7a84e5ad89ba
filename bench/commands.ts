import { freePort } from '../apps/standalone/src/parts/free-port.js';
import { cpuTimes } from './support/cpu-times.js';
import { drain } from './support/drain.js';
import { LedgerSystem } from './support/ledger-system.js';
import { measure, type Load, type Round } from './support/payment-load.js';
import { median, progress, startProgram, stopProgram, untilAnswers } from './support/processes.js';
import { RowlockLedger } from './support/rowlock-ledger.js';

/**
 * `npm run bench -- commands [seconds a round]`: durable payment commands over HTTP, alone and in
 * batches, hot and spread, beside a NestJS route that does nothing and a row-locking double-entry
 * ledger on PostgreSQL: same run, same machine. Provider and scoring are left out, but for the last
 * part, which sends payments all the way and waits until every view shows them.
 */
const CONNECTIONS = 64;
const ROUNDS = 3;
const SECONDS = Number(process.argv[2] ?? 8);
const DRAINED = Number(process.argv[3] ?? 3_000);

const result = { ...(await commands()), drain: await untilDrained() };
process.stdout.write(`${JSON.stringify(result)}\n`);

async function commands() {
  const noopPort = await freePort();
  const noop = startProgram(new URL('./support/noop-server.js', import.meta.url).pathname, [
    String(noopPort),
  ]);
  const system = await LedgerSystem.start();
  try {
    await untilAnswers(`http://127.0.0.1:${noopPort}/noop`, { method: 'POST' });
    const loads = loadsOf(`http://127.0.0.1:${noopPort}/noop`, system.commandUrl);
    const rounds = await interleaved(loads);
    const rival = await rowlock(system);
    return report(rounds, rival);
  } finally {
    await stopProgram(noop);
    await system.stop();
  }
}

type Name = 'noop' | 'alone' | 'hot' | 'batch';

/** With what a payment used of a processor in command-service; 0 where the system does not say. */
type Measured = Round & { readonly cpuUs: number };

function loadsOf(noopUrl: string, commandUrl: string): Readonly<Record<Name, Load>> {
  const common = { seconds: SECONDS, connections: CONNECTIONS, batch: 1, hot: false };
  const alone = { ...common, url: `${commandUrl}/v1/payments` };
  return {
    noop: { ...common, url: noopUrl },
    alone,
    hot: { ...alone, hot: true },
    batch: { ...common, url: `${commandUrl}/v1/batch`, connections: 4, batch: 1_000 },
  };
}

/** Round by round, so that a slower minute of the machine slows all of them. */
async function interleaved(
  loads: Readonly<Record<Name, Load>>,
): Promise<Readonly<Record<Name, Measured[]>>> {
  const rounds: Record<Name, Measured[]> = { noop: [], alone: [], hot: [], batch: [] };
  const names = Object.keys(loads) as Name[];
  for (const name of names) await measure({ ...loads[name], seconds: 2 });
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const name of names) {
      const measured = await measureWithCpu(loads[name]);
      rounds[name].push(measured);
      const { perS, cpuUs } = measured;
      progress(
        `round ${round}: ${name} ${Math.round(perS)} /s, ${Math.round(cpuUs)} µs of CPU each`,
      );
    }
  }
  return rounds;
}

async function measureWithCpu(load: Load): Promise<Measured> {
  const usedMs = (): number => cpuTimes()['command-service'] ?? 0;
  const beforeMs = usedMs();
  const round = await measure(load);
  const payments = round.perS * load.seconds;
  return { ...round, cpuUs: ((usedMs() - beforeMs) * 1000) / payments };
}

type Rival = { readonly uniform: number; readonly hot: number };

async function rowlock(system: LedgerSystem): Promise<Rival> {
  await system.startPostgres();
  const ledger = await RowlockLedger.open(system.databaseUrl, CONNECTIONS);
  try {
    await ledger.rate(2, { hot: false });
    const uniform = await ledger.rate(SECONDS, { hot: false });
    const hot = await ledger.rate(SECONDS, { hot: true });
    progress(`rowlock: uniform ${Math.round(uniform)} /s, hot ${Math.round(hot)} /s`);
    return { uniform, hot };
  } finally {
    await ledger.close();
  }
}

function report(rounds: Readonly<Record<Name, Measured[]>>, rival: Rival) {
  const cpuUs = (name: Name): number => Math.round(median(rounds[name].map((each) => each.cpuUs)));
  const perS = (name: Name): number => median(rounds[name].map((round) => round.perS));
  const [noop, alone, hot, batch] = [perS('noop'), perS('alone'), perS('hot'), perS('batch')];
  return {
    payments_per_s: Math.round(alone),
    p50_ms: median(rounds.alone.map(({ p50Ms }) => p50Ms)),
    p99_ms: median(rounds.alone.map(({ p99Ms }) => p99Ms)),
    noop_route_per_s: Math.round(noop),
    ratio: rounded(alone / noop),
    batch_payments_per_s: Math.round(batch),
    batch_p99_ms: median(rounds.batch.map(({ p99Ms }) => p99Ms)),
    cpu_us_per_payment: { alone: cpuUs('alone'), batch: cpuUs('batch') },
    hot_payments_per_s: Math.round(hot),
    hot_ratio: rounded(hot / alone),
    rowlock_per_s: { uniform: Math.round(rival.uniform), hot: Math.round(rival.hot) },
    times_rowlock: {
      uniform: { alone: rounded(alone / rival.uniform), batch: rounded(batch / rival.uniform) },
      hot: { alone: rounded(hot / rival.hot) },
    },
    connections: CONNECTIONS,
    rounds: ROUNDS,
    seconds_per_round: SECONDS,
  };
}

async function untilDrained() {
  const system = await LedgerSystem.start({ sandbox: true, views: true });
  try {
    return await drain(system, DRAINED);
  } finally {
    await system.stop();
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
