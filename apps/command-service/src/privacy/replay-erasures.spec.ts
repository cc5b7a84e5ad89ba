import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ERASED } from '#event-shapes';
import { changeStream } from '#event-store';
import { MasterKeys, placeOf, Vault } from '#privacy';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import { ERASURES, ERASURES_STREAM, type ErasureEvent } from './erasure-stream.js';
import { replayErasures, subjectOf } from './replay-erasures.js';

const ANA = { client: 'shop', customerId: 'ana' };
const BEN = { client: 'shop', customerId: 'ben' };
const AT = { eventId: '7d1c3f0e-8a55-5b0f-9d6e-1f2a3b4c5d6e', path: 'note' };
const REQUESTED = { reason: 'asked for', requestedBy: 'olga', payments: 1, requestedAt: 'then' };

describe('erasures that are replayed at the start', () => {
  let folder: string;
  let vault: Vault;
  const eventStore = () => new InMemoryEventStore();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-replay-'));
    vault = open();
  });

  afterEach(() => {
    vault.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function open(): Vault {
    return Vault.open({ folder, masterKeys: new MasterKeys([Buffer.alloc(32, 1)]) });
  }

  function restore(): void {
    vault.close();
    cpSync(join(folder, 'saved'), join(folder, 'keys'));
    vault = open();
  }

  async function sealed(subject: typeof ANA, text: string): Promise<string> {
    return vault.seal(text, AT, await vault.keyOf(subjectOf(subject)), false);
  }

  it('keep a promise that a crash left open', async () => {
    const store = eventStore();
    const text = await sealed(ANA, 'of ana');
    await record(store, {
      type: 'ErasureRequested',
      data: { erasureId: '1', ...ANA, ...REQUESTED },
    });
    await replayErasures(vault, store);
    expect(vault.reveal(text)).toBe(ERASED);
  });

  it('destroy again what an older file has, and nothing of others', async () => {
    const store = eventStore();
    const [ana, ben] = [await sealed(ANA, 'of ana'), await sealed(BEN, 'of ben')];
    cpSync(join(folder, 'keys'), join(folder, 'saved'));
    await record(store, {
      type: 'ErasureRequested',
      data: { erasureId: '1', ...ANA, ...REQUESTED },
    });
    const names = vault.destroy(subjectOf(ANA)).map(({ name }) => name);
    const done = { keys: names.map(placeOf), keyNames: names, receipt: 'r', erasedAt: 'then' };
    await record(store, { type: 'SubjectErased', data: { erasureId: '1', ...ANA, ...done } });
    expect(await replayErasures(vault, store)).toBe(0);
    restore();
    expect(vault.reveal(ana)).toBe('of ana');
    expect(await replayErasures(vault, store)).toBe(1);
    expect([vault.reveal(ana), vault.reveal(ben)]).toEqual([ERASED, 'of ben']);
    expect(await replayErasures(vault, store)).toBe(0);
  });
});

async function record(store: InMemoryEventStore, event: ErasureEvent): Promise<void> {
  const cause = { client: 'shop', actor: 'olga', commandId: event.type };
  await changeStream(store, { stream: ERASURES_STREAM, type: ERASURES }, cause, () => [event]);
}
