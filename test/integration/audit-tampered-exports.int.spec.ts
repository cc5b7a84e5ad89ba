import { randomUUID } from 'node:crypto';
import { link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signCheckpoint, type Checkpoint } from '#audit';
import { EmbeddedEventStore } from '#embedded-event-store';
import type { BundleEvent } from '../../apps/assayctl/src/audit/bundle.js';
import { checkBundle } from '../../apps/assayctl/src/audit/check-bundle.js';
import { exportBundle } from '../../apps/assayctl/src/audit/export-bundle.js';
import { trustIn } from '../../apps/assayctl/src/audit/trusted-heads.js';
import { runNode } from '../support/audited-system.js';
import { KEY, THIEF, writeSoundLog, type SoundLog } from '../support/tampered-log.js';
import { tampersOf, type Edit, type Hand } from '../support/tampers.js';

/** More with AUDIT_TAMPER_EVENTS=100000, which also tells what each case took. */
const EVENTS = Number(process.env['AUDIT_TAMPER_EVENTS'] ?? 300);
const ASKED = process.env['AUDIT_TAMPER_EVENTS'] !== undefined;
const MS_MAX = 600_000;
const VERIFIER = fileURLToPath(new URL('../../docs/audit/verify.mjs', import.meta.url));
const TRUST = trustIn([KEY.verifier.toString()]);
/** The last head is an event behind all that it signs. */
const SIGNED = EVENTS - 1;
const MIDDLE = Math.floor(SIGNED / 2);

type Line = { -readonly [Name in keyof BundleEvent]: BundleEvent[Name] };

const HAND: Hand<Line> = {
  edit: (line, edit: Edit) => void Object.assign(line, edit),
  metadata: ({ metadata }) => metadata,
  copy: (line) => ({ ...line }),
};

let folder: string;
let sound: SoundLog;
let bundle: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-exports-'));
  sound = await writeSoundLog(join(folder, 'sound'), { events: EVENTS, heads: 3 });
  const store = await EmbeddedEventStore.open({ path: sound.path });
  bundle = join(folder, 'export');
  await exportBundle({
    log: store,
    trust: TRUST,
    heads: sound.heads,
    selection: null,
    folder: bundle,
    verifier: VERIFIER,
    now: new Date(),
    onProgress: () => undefined,
  });
  await store.close();
}, MS_MAX);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('an export that was changed by someone who knows its form', () => {
  it(
    'is verified by both verifiers when it was not',
    async () => {
      const found = await checkBundle(bundle, TRUST);
      expect(found).toEqual({ scope: 'whole', events: SIGNED, heads: 3, headSize: SIGNED });
      const { code, stdout } = await byFile(bundle);
      expect(stdout).toContain(`verified: ${SIGNED} events, 3 heads`);
      expect(code).toBe(0);
    },
    MS_MAX,
  );

  it.each(tampersOf(SIGNED).map((tamper) => [tamper.what, tamper] as const))(
    'is refused by both, which say where it begins, when %s',
    async (what, { leaf, kind, change }) => {
      const startMs = performance.now();
      const forged = await changed((lines) => change(lines, HAND));
      const told = await refusalOf(forged);
      const byItself = await byFile(forged);
      if (ASKED) tell(what, told, performance.now() - startMs);
      expect(told).toContain(
        kind === 'truncated' ? 'the end of the log is missing' : `event ${leaf}`,
      );
      expect(byItself.code).toBe(1);
      const place = kind === 'truncated' ? `behind event ${leaf - 1} ` : `is event ${leaf} `;
      expect(byItself.stderr).toContain(place);
    },
    MS_MAX,
  );

  it(
    'is refused when its leaves were changed along, without a place that is not proven',
    async () => {
      const forged = await changed((lines) => HAND.edit(lineAt(lines, MIDDLE), { data: '{}' }));
      const leaves = await readFile(join(bundle, 'leaves.bin'));
      await rm(join(forged, 'leaves.bin'));
      leaves.fill(7, MIDDLE * 32, (MIDDLE + 1) * 32);
      await writeFile(join(forged, 'leaves.bin'), leaves);
      expect(await refusalOf(forged)).toContain('the store and a head contradict each other');
      const { code, stderr } = await byFile(forged);
      expect(stderr).toMatch(/do not have its root\n$/);
      expect(code).toBe(1);
    },
    MS_MAX,
  );

  it(
    'is refused when a head was replaced, or signed again with another key',
    async () => {
      const { checkpoint } = secondHead();
      const replaced = await withHead(checkpoint.size, {
        ...checkpoint,
        root: Buffer.alloc(32, 'forged'),
      });
      expect(await refusalOf(replaced)).toMatch(/contradict/);
      expect((await byFile(replaced)).stderr).toContain('do not have its root');
      const signedAgain = await withHead(checkpoint.size, checkpoint, THIEF);
      expect(await refusalOf(signedAgain)).toMatch(/no trusted key has signed the head/);
      expect((await byFile(signedAgain)).stderr).toContain('the head is not signed with the key');
    },
    MS_MAX,
  );

  it(
    'shows a split view where two of its heads are of one size',
    async () => {
      const forged = await changed(() => undefined);
      const { checkpoint } = secondHead();
      const other = { ...checkpoint, root: Buffer.alloc(32, 'another history') };
      await writeFile(join(forged, 'heads', 'from-a-witness'), signCheckpoint(other, KEY));
      expect(await refusalOf(forged)).toContain('the key signed two histories');
      const { code, stderr } = await byFile(forged);
      expect(stderr).toContain(`another head of ${checkpoint.size} events contradicts it`);
      expect(code).toBe(1);
    },
    MS_MAX,
  );
});

async function refusalOf(forged: string): Promise<string> {
  try {
    await checkBundle(forged, TRUST);
  } catch (error) {
    expect(error).toMatchObject({ name: 'Evidence' });
    return (error as Error).message;
  }
  throw new Error('it was verified');
}

const byFile = (forged: string) =>
  runNode(['verify.mjs', '--key', KEY.verifier.toString()], forged);

/** A copy whose events were changed, and numbered on as an export's are. */
async function changed(change: (lines: Line[]) => void): Promise<string> {
  const forged = join(folder, randomUUID());
  await mkdir(join(forged, 'heads'), { recursive: true });
  for (const file of await filesOf(bundle)) {
    if (file !== 'events.jsonl') await link(join(bundle, file), join(forged, file));
  }
  const text = await readFile(join(bundle, 'events.jsonl'), 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  change(lines);
  const revisions = new Map<string, number>();
  const written = lines.map((line, index) => {
    const revision = revisions.get(line.stream) ?? 0;
    revisions.set(line.stream, revision + 1);
    const position = String(index + 1);
    const placed = { index, revision: String(revision), commit: position, prepare: position };
    return JSON.stringify({ ...line, ...placed });
  });
  await writeFile(join(forged, 'events.jsonl'), `${written.join('\n')}\n`);
  await rm(join(forged, 'manifest.json'));
  const manifest = JSON.parse(await readFile(join(bundle, 'manifest.json'), 'utf8')) as object;
  const said = JSON.stringify({ ...manifest, events: lines.length });
  await writeFile(join(forged, 'manifest.json'), said);
  return forged;
}

async function withHead(size: number, head: Checkpoint, key = KEY): Promise<string> {
  const forged = await changed(() => undefined);
  const names = await readdir(join(forged, 'heads'));
  const name = names.find((file) => Number.parseInt(file, 10) === size) ?? '';
  await rm(join(forged, 'heads', name));
  await writeFile(join(forged, 'heads', name), signCheckpoint(head, key));
  return forged;
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(path.length + 1));
}

function secondHead(): SoundLog['heads'][number] {
  const [, second] = sound.heads;
  if (!second) throw new RangeError('no second head');
  return second;
}

function lineAt(lines: readonly Line[], index: number): Line {
  const line = lines[index];
  if (!line) throw new RangeError(`no line ${index}`);
  return line;
}

function tell(what: string, told: string, ms: number): void {
  process.stderr.write(`${EVENTS} events, ${what}: ${told}, ${Math.round(ms)} ms\n`);
}
