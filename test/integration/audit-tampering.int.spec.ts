import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AUDIT_STREAM,
  leafHash,
  MemoryTree,
  openCheckpoint,
  signCheckpoint,
  upcastAudit,
  type Checkpoint,
} from '#audit';
import { EmbeddedEventStore } from '#embedded-event-store';
import { changeLog, type RawEvent } from '../support/event-store-file.js';
import {
  copyOf,
  KEY,
  ORIGIN,
  RAW_HAND,
  signAgain,
  THIEF,
  verifyStore,
  writeSoundLog,
  type SoundLog,
} from '../support/tampered-log.js';
import { tampersOf } from '../support/tampers.js';

/** More with AUDIT_TAMPER_EVENTS=100000, which also tells what each case took. */
const EVENTS = Number(process.env['AUDIT_TAMPER_EVENTS'] ?? 300);
const ASKED = process.env['AUDIT_TAMPER_EVENTS'] !== undefined;
const MS_MAX = 600_000;
const HEADS = 3;
const MIDDLE = Math.floor(EVENTS / 2);
/** The last head is an event behind all that it signs. */
const SIGNED = EVENTS - 1;

let folder: string;
let sound: SoundLog;
let witnessed: readonly Checkpoint[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-tampering-'));
  sound = await writeSoundLog(join(folder, 'sound'), { events: EVENTS, heads: HEADS });
  witnessed = sound.heads.map(({ checkpoint }) => checkpoint);
}, MS_MAX);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('a store that was changed by someone who knows its format', () => {
  it(
    'is verified when it was not',
    async () => {
      const found = await verifyAfter(() => undefined);
      expect(found).toMatchObject({
        difference: null,
        events: EVENTS,
        headsVerified: HEADS,
        unsigned: 1,
        problems: [],
      });
    },
    MS_MAX,
  );

  it.each(tampersOf(SIGNED).map((tamper) => [tamper.what, tamper] as const))(
    'is found out, and where, when %s, which the store itself does not notice',
    async (what, { kind, leaf, change }) => {
      const startMs = performance.now();
      const { difference, problems } = await verifyAfter((events) => change(events, RAW_HAND));
      if (ASKED) tell(what, kind, leaf, performance.now() - startMs);
      expect(difference).toMatchObject({ kind, leaf });
      expect(problems).toEqual([]);
    },
    MS_MAX,
  );

  it(
    'names the event that is there now',
    async () => {
      const { difference } = await verifyAfter((events) => {
        RAW_HAND.edit(eventAt(events, MIDDLE), { data: '{}' });
      });
      const position = { commit: BigInt(MIDDLE + 1), prepare: BigInt(MIDDLE + 1) };
      expect(difference?.event).toMatchObject({ type: 'PaymentCaptured', position });
      expect(difference?.soundUpTo).toBe(witnessed[0]?.size);
    },
    MS_MAX,
  );

  it(
    'is found out between two heads when the tree is gone too',
    async () => {
      const { difference } = await verifyAfter(
        (events) => RAW_HAND.edit(eventAt(events, MIDDLE), { data: '' }),
        null,
      );
      const [first, second] = witnessed;
      expect(difference).toMatchObject({ kind: 'unlocated', leaf: null, soundUpTo: first?.size });
      expect(difference?.head.size).toBe(second?.size);
    },
    MS_MAX,
  );

  it(
    'is found out between two heads when the tree does not fit the head itself',
    async () => {
      const other = new MemoryTree();
      for (let leaf = 0; leaf < sound.tree.size; leaf += 1) other.push(leafHash(Buffer.of()));
      const { difference } = await verifyAfter(
        (events) => RAW_HAND.edit(eventAt(events, MIDDLE), { data: '' }),
        other,
      );
      expect(difference).toMatchObject({ kind: 'unlocated', leaf: null });
    },
    MS_MAX,
  );

  it(
    'is found out when a head was replaced',
    async () => {
      const at = witnessed[1]?.size ?? 0;
      const root = Buffer.alloc(32, 'forged');
      const note = signCheckpoint({ origin: ORIGIN, size: 1, root, extensions: [] }, THIEF);
      const { difference } = await verifyAfter((events) => {
        RAW_HAND.edit(eventAt(events, at), { data: JSON.stringify({ note }) });
      });
      expect(difference).toMatchObject({ kind: 'changed', leaf: at });
    },
    MS_MAX,
  );

  it(
    'is found out by a witness when the key signed another history',
    async () => {
      const other = await rewritten();
      const own = await signAgain(other, KEY);
      const byItself = await verifyStore(other, { heads: [own], tree: null });
      expect(byItself.difference).toBeNull();
      const { difference } = await verifyStore(other, { heads: [own, ...witnessed], tree: null });
      expect(difference?.head.size).toBe(witnessed[1]?.size);
    },
    MS_MAX,
  );

  it(
    'shows a split view when the key signed two histories of one size',
    async () => {
      const other = await rewritten();
      await changeLog(other, (events) => void events.splice(SIGNED));
      const own = await signAgain(other, KEY);
      expect(own.size).toBe(witnessed[2]?.size);
      const heads = [own, ...witnessed.slice(2)];
      for (const path of [other, sound.path]) {
        const { difference } = await verifyStore(path, { heads, tree: null });
        expect(difference).toMatchObject({ kind: 'split', head: { size: SIGNED } });
      }
    },
    MS_MAX,
  );

  it(
    'has heads that the key of the log did not sign',
    async () => {
      const other = await rewritten();
      await signAgain(other, THIEF);
      const store = await EmbeddedEventStore.open({ path: other });
      const notes: string[] = [];
      for await (const { type, data } of store.read(AUDIT_STREAM)) {
        notes.push(upcastAudit(type, data).data.note);
      }
      await store.close();
      const trusted = { origin: ORIGIN, keys: [KEY.verifier] };
      expect(notes).toHaveLength(HEADS + 1);
      expect(() => openCheckpoint(notes.at(-1) ?? '', trusted)).toThrow(/no trusted key/);
    },
    MS_MAX,
  );
});

async function verifyAfter(
  change: (events: RawEvent[]) => void,
  tree: MemoryTree | null = sound.tree,
) {
  const path = await copyOf(sound.path, join(folder, randomUUID()));
  await changeLog(path, change);
  const found = await verifyStore(path, { heads: witnessed, tree });
  await rm(path, { recursive: true });
  return found;
}

/** The whole history again with one amount changed. */
async function rewritten(): Promise<string> {
  const path = await copyOf(sound.path, join(folder, randomUUID()));
  await changeLog(path, (events) => {
    RAW_HAND.edit(eventAt(events, MIDDLE), { data: '{"amount":"9"}' });
  });
  return path;
}

function eventAt(events: readonly RawEvent[], index: number): RawEvent {
  const event = events[index];
  if (!event) throw new RangeError(`no event ${index}`);
  return event;
}

function tell(what: string, kind: string, leaf: number, ms: number): void {
  process.stderr.write(`${EVENTS} events, ${what}: ${kind} at ${leaf}, ${Math.round(ms)} ms\n`);
}
