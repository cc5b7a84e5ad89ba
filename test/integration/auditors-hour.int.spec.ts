import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore } from '#embedded-event-store';
import type { NewEvent } from '#event-store';
import { paymentStream, type PaymentEvent } from '#payments';
import { runNode, startAudited, type AuditedSystem } from '../support/audited-system.js';
import {
  assessed,
  authorisationRequested,
  authorised,
  captured,
  captureRequested,
  initiated,
  PAYMENT_ID,
} from '../support/payment-events.js';

const STREAM = paymentStream(PAYMENT_ID);
const PAYMENT: readonly PaymentEvent[] = [
  initiated(),
  assessed(),
  authorisationRequested(),
  authorised(),
  captureRequested('c1', '10.00'),
  captured('c1', '10.00'),
];

describe('an auditor’s hour', () => {
  let folder: string;
  let system: AuditedSystem;
  let disputed: NewEvent;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'auditors-hour-'));
    const { data } = JSON.parse(
      await readFile('test/fixtures/events/dispute-opened-1.json', 'utf8'),
    ) as NewEvent;
    const told = { ...(data as object), paymentId: PAYMENT_ID, captureId: 'c1' };
    disputed = newEvent({ type: 'DisputeOpened', data: told }, PAYMENT.length);
    const store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
    await store.append(STREAM, PAYMENT.map(newEvent), 'no-stream');
    await store.append(STREAM, [disputed], 'any');
    await store.close();
    system = await startAudited(folder);
  });

  afterAll(async () => {
    await system.stop();
    await rm(folder, { recursive: true });
  });

  it('begins with a head to keep, and the whole ledger verified against it', async () => {
    const head = await system.audit('sign');
    expect(head.stdout).toMatch(/^assay\/[0-9a-f]{16}\n\d+\n/);
    await writeFile(join(folder, 'kept.checkpoint'), head.stdout);
    const kept = join(folder, 'heads-i-kept');
    await cp(join(folder, 'kept.checkpoint'), join(kept, 'first.checkpoint'));
    const verified = await system.audit('verify', '--key', system.key, '--heads', kept);
    expect(verified).toMatchObject({ code: 0 });
  });

  it('replays the disputed payment, event by event', async () => {
    const { stdout } = await system.audit('replay', PAYMENT_ID);
    const types = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/).at(-1));
    expect(types).toEqual([...PAYMENT.map(({ type }) => type), 'DisputeOpened']);
    const lines = (await system.audit('replay', PAYMENT_ID, '--state', '--json')).stdout;
    const states = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { state: State });
    expect(states.map(({ state }) => state.status)).toEqual([
      'initiated',
      'initiated',
      'authorising',
      'authorised',
      'capturing',
      'captured',
      'captured',
    ]);
    expect(states.map(({ state }) => state.disputes.length)).toEqual([0, 0, 0, 0, 0, 0, 1]);
  });

  it('replays only what is asked for', async () => {
    const one = await system.audit('replay', '--type', 'DisputeOpened');
    expect(one.stdout.trim().split('\n')).toHaveLength(1);
    const upTo = await system.audit('replay', PAYMENT_ID, '--from', '2/2', '--to', '4/4');
    expect(upTo.stdout.trim().split('\n')).toHaveLength(3);
    expect((await system.audit('replay', '--from', 'yesterday')).code).toBe(2);
  });

  it('sees the payment as it was known before the dispute', async () => {
    const at = `${PAYMENT.length}/${PAYMENT.length}`;
    const before = JSON.parse((await system.audit('as-of', PAYMENT_ID, at)).stdout) as State;
    expect(before).toMatchObject({ status: 'captured', disputes: [] });
    const now = new Date(Date.now() + 60_000).toISOString();
    const after = JSON.parse((await system.audit('as-of', PAYMENT_ID, now)).stdout) as State;
    expect(after.disputes).toHaveLength(1);
    expect((await system.audit('as-of', PAYMENT_ID, '2001-01-01')).stderr).toContain('no payment');
  });

  it('ends with the evidence checked on another machine, which knows the key alone', async () => {
    const bundle = join(folder, 'export');
    const exported = await system.audit('export', bundle, '--stream', STREAM, '--key', system.key);
    expect(exported).toMatchObject({ code: 0 });
    const elsewhere = await mkdtemp(join(tmpdir(), 'auditor-'));
    await cp(bundle, elsewhere, { recursive: true });
    const { code, stdout } = await runNode(['verify.mjs', '--key', system.key], elsewhere);
    expect(stdout).toContain(`verified: ${PAYMENT.length + 1} events`);
    expect(code).toBe(0);
    await rm(elsewhere, { recursive: true });
  });
});

type State = { readonly status: string; readonly disputes: readonly object[] };

function newEvent({ type, data }: { type: string; data: object }, index: number): NewEvent {
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const plain = JSON.parse(JSON.stringify(data)) as NewEvent['data'];
  return { id, type, data: plain, metadata: { client: 'shop', actor: 'shop' } };
}
