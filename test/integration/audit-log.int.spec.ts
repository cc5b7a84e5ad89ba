import { randomUUID } from 'node:crypto';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AUDIT_STREAM, signCheckpoint, SignerKey } from '#audit';
import { EmbeddedEventStore } from '#embedded-event-store';
import { Clock, silentLogger } from '#platform';
import type { AuditLog } from '../../apps/operations/src/audit/audit-log.js';
import { openAuditLog } from '../../apps/operations/src/audit/open-audit-log.js';

let folder: string;
let store: EmbeddedEventStore;
let audit: AuditLog;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-log-'));
  store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
  audit = opened();
});

afterEach(async () => {
  await audit.stop();
  await store.close();
  await rm(folder, { recursive: true });
});

describe('a head that is asked for', () => {
  it('is refused from then on when a foreign one was read for it', async () => {
    await appendEvents(3);
    const head = await audit.sign();
    const { origin } = audit.keys;
    const thief = SignerKey.of(origin, Buffer.alloc(32, 9));
    const root = Buffer.from(head?.rootHash ?? '', 'base64');
    const note = signCheckpoint({ origin, size: head?.size ?? 0, root, extensions: [] }, thief);
    const event = { id: randomUUID(), type: 'CheckpointSigned', data: { ...head, note } };
    await store.append(AUDIT_STREAM, [{ ...event, metadata: {} }], 'any');
    await expect(audit.sign()).rejects.toThrow('not of this log');
    expect(audit.finding?.kind).toBe('head-foreign');
    await expect(audit.sign()).rejects.toThrow('not of this log');
  });

  it('is not signed of less than the witness has', async () => {
    await appendEvents(3);
    const copy = join(folder, 'copy');
    await store.backup(copy);
    await appendEvents(5);
    await audit.sign();
    await audit.stop();
    await store.close();
    store = await EmbeddedEventStore.open({ path: copy });
    await rm(join(folder, 'audit-tree'), { recursive: true });
    audit = opened();
    await expect(audit.sign()).rejects.toThrow('a signed head has');
    expect(await audit.heads.latest()).toBeNull();
  });

  it('reaches the witness once that is there again', async () => {
    await appendEvents(3);
    const witness = join(folder, 'witness');
    await rm(witness, { recursive: true, force: true });
    await writeFile(witness, 'no folder');
    await expect(audit.sign()).rejects.toThrow(/ENOTDIR|EEXIST/);
    await rm(witness);
    const head = await audit.sign();
    await access(join(witness, `${String(head?.size).padStart(16, '0')}.checkpoint`));
  });
});

it('finds nothing wrong when it is stopped while the tree is built', async () => {
  await appendEvents(3_000);
  await audit.sign();
  await audit.stop();
  await rm(join(folder, 'audit-tree'), { recursive: true });
  audit = opened();
  audit.start();
  await audit.stop();
  const { finding, readToEndMs } = audit;
  expect({ finding, readToEndMs }).toEqual({ finding: null, readToEndMs: null });
});

function opened(): AuditLog {
  const settings = {
    DATA_DIR: folder,
    AUDIT_SIGNING_KEY: '',
    AUDIT_WITNESS_DIR: join(folder, 'witness'),
    AUDIT_HEAD_INTERVAL_MS: 3_600_000,
  };
  return openAuditLog(store, settings, { clock: new Clock(), logger: silentLogger() });
}

async function appendEvents(count: number): Promise<void> {
  const events = Array.from({ length: count }, (_event, index) => {
    return { id: randomUUID(), type: 'T', data: { index }, metadata: {} };
  });
  await store.append('payment-1', events, 'any');
}
