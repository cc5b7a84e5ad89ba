import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AUDIT_STREAM, SignerKey, VIEWS_STREAM } from '#audit';
import { EmbeddedEventStore } from '#embedded-event-store';
import type { NewEvent } from '#event-store';
import { verifyLive } from '../../apps/assayctl/src/audit/live-verification.js';
import { trustIn } from '../../apps/assayctl/src/audit/trusted-heads.js';
import { MAIN, runNode, startAudited, type AuditedSystem } from '../support/audited-system.js';
import { changeLog } from '../support/event-store-file.js';

const THIEF = SignerKey.of('assay/another', Buffer.alloc(32, 9)).verifier.toString();

let folder: string;
let key: string;
let system: AuditedSystem;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assayctl-audit-'));
  const store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
  for (let index = 0; index < 60; index += 1) {
    const data = { index, name: 'Zoë €', 9: 'nine', 1: 'one' };
    const event = { id: randomUUID(), type: 'T', data, metadata: { actor: 'a' } };
    await store.append(`payment-${index % 4}`, [event], 'any');
  }
  await store.close();
  system = await startAudited(folder);
  ({ key } = system);
  expect((await system.audit('sign')).code).toBe(0);
});

afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true });
});

describe('assayctl audit verify', () => {
  it('reads the whole store and finds every head right', async () => {
    const { code, stdout } = await system.audit(
      'verify',
      '--key',
      key,
      '--heads',
      join(folder, 'witness'),
    );
    expect(stdout).toMatch(/^verified: \d+ events, \d+ heads of assay\//);
    expect(code).toBe(0);
  });

  it('says so as JSON, and that a key from the same place proves little', async () => {
    const { code, stdout } = await system.audit('verify', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ verified: true, difference: null });
    expect(code).toBe(0);
    expect((await system.audit('verify')).stderr).toContain('--key');
  });

  it('believes no other key, and says when it could not look', async () => {
    const foreign = await system.audit('verify', '--key', THIEF);
    expect(foreign).toMatchObject({ code: 1 });
    expect(foreign.stderr).toContain('NOT VERIFIED');
    expect((await system.audit('verify', '--key', 'nonsense')).code).toBe(3);
    expect((await system.audit('verify', '--frobnicate')).code).toBe(2);
  });
});

describe('assayctl audit views', () => {
  it('shows what each view was found to hold, and the signed head that binds it', async () => {
    await system.append(VIEWS_STREAM, viewCompared('journal', 0));
    const unbound = await system.audit('views', '--key', key);
    expect(unbound.stdout).toMatch(/journal .* 7\/7 .* equal +no head yet/);
    expect((await system.audit('sign')).code).toBe(0);
    const { code, stdout } = await system.audit('views', '--key', key, '--json');
    expect(code).toBe(0);
    const { views } = JSON.parse(stdout) as { views: { headSize: number }[] };
    expect(views).toMatchObject([{ view: 'journal', position: '7/7', rows: 5, differing: 0 }]);
    expect(views[0]?.headSize).toBeGreaterThan(60);
    const foreign = await system.audit('views', '--key', THIEF);
    expect(foreign.code).not.toBe(0);
    expect(foreign.stdout).toBe('');
  });

  it('fails for a view that is not what the events say, and names it', async () => {
    await system.append(VIEWS_STREAM, viewCompared('orders', 3));
    const { code, stderr, stdout } = await system.audit('views', '--key', key);
    expect(stdout).toContain('3 rows differ');
    expect(stderr).toContain('NOT VERIFIED: not what the events say: orders');
    expect(code).toBe(1);
  });
});

describe('the heads of a store', () => {
  const trust = trustIn([THIEF]);
  const rest = { trust, keptHeads: null, operations: null, onProgress: () => undefined };

  it('cannot be taken out to have it verified against nothing', async () => {
    const store = await EmbeddedEventStore.open({ path: join(folder, 'headless') });
    await expect(verifyLive({ ...rest, store })).rejects.toThrow('no head to be compared with');
    await store.close();
  });

  it('cannot be hidden from the reading of their stream', async () => {
    await system.stop();
    const path = join(folder, 'another-store');
    await cp(join(folder, 'event-store'), path, { recursive: true });
    system = await startAudited(folder);
    const store = await EmbeddedEventStore.open({ path });
    const own = { ...rest, trust: trustIn([key]), store };
    expect((await verifyLive(own)).difference).toBeNull();
    const kept = join(folder, 'kept');
    const [first = ''] = (await readdir(join(folder, 'witness'))).sort();
    await cp(join(folder, 'witness', first), join(kept, first));
    const hidden = { id: randomUUID(), type: '$metadata', data: { $tb: 1_000_000 }, metadata: {} };
    await store.append(`$$${AUDIT_STREAM}`, [hidden], 'any');
    await expect(verifyLive({ ...own, keptHeads: kept })).rejects.toThrow(
      /^audit-checkpoint shows 0 heads, and the log has \d+$/,
    );
    await store.close();
  });
});

describe('an export', () => {
  it('is verified in another folder, by the library and by its one-file verifier', async () => {
    const bundle = await exported();
    await expectBoth(bundle, 0, 'verified: ');
    const files = await readdir(bundle);
    expect(files.sort()).toEqual([
      'README.md',
      'consistency.json',
      'events.jsonl',
      'heads',
      'key.txt',
      'leaves.bin',
      'manifest.json',
      'verify.mjs',
    ]);
  });

  it('of one stream has its events, each with its proof', async () => {
    const bundle = await exported('--stream', 'payment-2');
    const lines = (await readFile(join(bundle, 'events.jsonl'), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(15);
    await expectBoth(bundle, 0, 'verified: 15 events');
  });

  it('of a time without events is empty, and verified', async () => {
    const bundle = await exported('--to', '2001-01-01T00:00:00Z');
    await expectBoth(bundle, 0, 'verified: 0 events');
  });

  const edits: readonly [string, readonly string[], (lines: string[]) => void][] = [
    [
      'a changed digit',
      [],
      (lines) => (lines[5] = (lines[5] ?? '').replace('index\\":5', 'index\\":6')),
    ],
    ['swapped metadata', [], (lines) => (lines[8] = (lines[8] ?? '').replace('actor', 'aktor'))],
    ['a missing event', [], (lines) => lines.splice(9, 1)],
    ['an event twice', [], (lines) => lines.splice(9, 0, lines[9] ?? '')],
    ['two events swapped', [], (lines) => lines.splice(3, 2, lines[4] ?? '', lines[3] ?? '')],
    ['its end cut off', [], (lines) => lines.splice(-2)],
    ['a line that is no event', [], (lines) => (lines[2] = '{"index":2')],
    [
      'a changed digit in a part',
      ['--stream', 'payment-1'],
      (lines) => {
        lines[1] = (lines[1] ?? '').replace('index\\":5', 'index\\":6');
      },
    ],
    [
      'another index in a part',
      ['--stream', 'payment-1'],
      (lines) => {
        lines[1] = (lines[1] ?? '').replace('"index":5', '"index":9');
      },
    ],
    ['an event less in a part', ['--stream', 'payment-1'], (lines) => lines.splice(2, 1)],
  ];

  it.each(edits)('with %s is refused by both', async (_what, options, change) => {
    const bundle = await exported(...options);
    const file = join(bundle, 'events.jsonl');
    const before = await readFile(file, 'utf8');
    const lines = before.trim().split('\n');
    change(lines);
    expect(`${lines.join('\n')}\n`).not.toBe(before);
    await writeFile(file, `${lines.join('\n')}\n`);
    await expectBoth(bundle, 1, 'NOT VERIFIED');
  });

  it('with an event behind its last head is refused by both', async () => {
    const bundle = await exported();
    const file = join(bundle, 'events.jsonl');
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    const forged = { ...(JSON.parse(lines.at(-1) ?? '') as object), index: lines.length };
    await writeFile(file, `${[...lines, JSON.stringify(forged)].join('\n')}\n`);
    const manifest = join(bundle, 'manifest.json');
    const said = JSON.parse(await readFile(manifest, 'utf8')) as { events: number };
    await writeFile(manifest, JSON.stringify({ ...said, events: said.events + 1 }));
    await expectBoth(bundle, 1, 'NOT VERIFIED');
  });

  it('is not believed by its own key where another was meant', async () => {
    const bundle = await exported();
    const ended = await runNode(['verify.mjs', '--key'], bundle);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
  });

  it('with a changed or foreign head is refused by both', async () => {
    const bundle = await exported();
    const [name = ''] = await readdir(join(bundle, 'heads'));
    const file = join(bundle, 'heads', name);
    const note = await readFile(file, 'utf8');
    await writeFile(
      file,
      note.replace(/\n(\d+)\n/, (_line, size: string) => `\n${Number(size) + 1}\n`),
    );
    await expectBoth(bundle, 1, 'NOT VERIFIED');
    await writeFile(file, note);
    await expectBoth(bundle, 1, 'NOT VERIFIED', THIEF);
    await expectBoth(bundle, 0, 'verified: ');
  });
});

describe('assayctl audit verify, after the store was changed', () => {
  it('names the first event that differs, and exports nothing', async () => {
    await system.stop();
    await changeLog(join(folder, 'event-store'), (events) => {
      const event = events[33];
      if (event) event.data = Buffer.from('{"index":34}');
    });
    system = await startAudited(folder);
    const told = await system.audit('verify', '--key', key);
    expect(told.stderr).toContain(
      'NOT VERIFIED: an event is not what was signed: event 33, payment-1 8',
    );
    expect(told.code).toBe(1);
    const { code, stdout } = await system.audit('verify', '--key', key, '--json');
    expect(code).toBe(1);
    const { difference } = JSON.parse(stdout) as { difference: object };
    expect(difference).toMatchObject({ kind: 'changed', leaf: 33, event: { stream: 'payment-1' } });
    const refused = await system.audit('export', join(folder, randomUUID()), '--key', key);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
  });
});

function viewCompared(view: string, differing: number): NewEvent {
  const sha256 = 'ab'.repeat(32);
  const data = { view, projection: `${view}-view`, position: '7/7', sha256, rows: 5 };
  const rest = { liveSha256: differing === 0 ? sha256 : 'cd'.repeat(32), differing };
  return { id: randomUUID(), type: 'ViewCompared', data: { ...data, ...rest }, metadata: {} };
}

/** Both verifiers, with the key alone, in a folder that knows nothing of the system. */
async function expectBoth(bundle: string, code: number, text: string, trusted = key) {
  const elsewhere = await mkdtemp(join(tmpdir(), 'auditor-'));
  await cp(bundle, elsewhere, { recursive: true });
  const byLibrary = await runNode(
    [MAIN, 'audit', 'verify', elsewhere, '--key', trusted],
    elsewhere,
  );
  const byFile = await runNode(['verify.mjs', '--key', trusted], elsewhere);
  for (const ended of [byLibrary, byFile]) {
    expect(ended.stdout + ended.stderr).toContain(text);
    expect(ended.code).toBe(code);
  }
  await rm(elsewhere, { recursive: true });
}

async function exported(...options: readonly string[]): Promise<string> {
  const bundle = join(folder, randomUUID());
  const ended = await system.audit('export', bundle, '--key', key, ...options);
  expect(ended).toMatchObject({ code: 0 });
  return bundle;
}
