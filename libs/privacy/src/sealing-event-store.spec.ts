import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, RecordedEvent } from '#event-store';
import { InMemoryEventStore } from '../../../test/support/in-memory-event-store.js';
import { MasterKeys } from './master-key.js';
import { SealingEventStore } from './sealing-event-store.js';
import { Vault } from './vault.js';

const PERSONAL = { Noted: { note: 'sealed', reason: 'sealed', device: 'linked' } } as const;

describe('a store that seals', () => {
  let folder: string;
  let vault: Vault;
  let inner: InMemoryEventStore;
  let store: SealingEventStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-sealing-'));
    vault = Vault.open({ folder, masterKeys: new MasterKeys([Buffer.alloc(32, 1)]) });
    inner = new InMemoryEventStore();
    const subjectOf = (stream: string) => Promise.resolve(stream);
    store = new SealingEventStore(inner, vault, { personal: PERSONAL, subjectOf });
  });

  afterEach(() => {
    vault.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function append(stream: string, data: Json): Promise<string> {
    const id = randomUUID();
    await store.append(stream, [{ id, type: 'Noted', data, metadata: {} }], 'any');
    return id;
  }

  async function stored(stream: string): Promise<Record<string, string>> {
    return (await all(inner.read(stream)))[0]?.data as Record<string, string>;
  }

  it('gives an event back as it was, whose words the store behind it does not hold', async () => {
    const data = { note: 'a note', device: 'device-1', other: 'clear' };
    await append('ana', data);
    expect((await all(store.read('ana')))[0]?.data).toEqual(data);
    const kept = await stored('ana');
    expect(JSON.stringify(kept)).not.toMatch(/a note|device-1/);
    expect(kept['other']).toBe('clear');
  });

  it('refuses a text that was moved from another event or field, and gives the others', async () => {
    await append('ana', { note: 'a note', reason: 'a reason' });
    const { note = '', reason = '' } = await stored('ana');
    const swapped = { note: reason, reason: note };
    const [event] = await all(inner.read('ana'));
    if (!event) throw new Error('nothing was stored');
    const { id } = event;
    await inner.append('swapped', [{ id, type: 'Noted', data: swapped, metadata: {} }], 'any');
    const moved = { note, reason: 'clear' };
    const other = randomUUID();
    await inner.append('moved', [{ id: other, type: 'Noted', data: moved, metadata: {} }], 'any');

    const data = async (stream: string) => (await all(store.read(stream)))[0]?.data;
    expect(await data('ana')).toEqual({ note: 'a note', reason: 'a reason' });
    expect(await data('swapped')).toEqual({
      note: '[unreadable: moved]',
      reason: '[unreadable: moved]',
    });
    expect(await data('moved')).toEqual({ note: '[unreadable: moved]', reason: 'clear' });
    expect(vault.losses.of('moved')).toBe(3);
  });
});

async function all(events: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
}
