import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../../../test/support/eventually.js';
import type { Part } from './part.js';
import { Supervisor } from './supervisor.js';

/** Says that it is ready, notes in a file when it starts and stops, and stays. */
const STEADY = `
  import { appendFileSync } from 'node:fs';
  const note = (what) => appendFileSync(process.env.NOTES, what + ' ' + process.env.NAME + '\\n');
  process.on('SIGTERM', () => { note('stop'); process.exit(0); });
  note('start');
  setInterval(() => {}, 1000);
  process.send('ready');
`;

/** Ends on its first start, stays on its second. */
const STUMBLING = `
  import { existsSync, writeFileSync } from 'node:fs';
  const mark = process.env.NOTES + '.seen';
  if (!existsSync(mark)) {
    writeFileSync(mark, '');
    process.send('ready', () => { console.error('out of luck'); process.exit(3); });
  } else {
    setInterval(() => {}, 1000);
    process.send('ready');
  }
`;

/** Ends at once until its fault is mended. */
const RECOVERING = `
  import { existsSync } from 'node:fs';
  if (!existsSync(process.env.NOTES + '.mended')) process.exit(1);
  setInterval(() => {}, 1000);
  process.send('ready');
`;

const FAILING = `process.stderr.write('failing: the moon is full\\n'); process.exit(1);`;

describe('keeping processes running', () => {
  let folder: string;
  let logFolder: string;
  let said: string[];
  let supervisor: Supervisor | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-supervisor-'));
    logFolder = folder;
    said = [];
  });

  afterEach(async () => {
    await supervisor?.stop();
    rmSync(folder, { recursive: true });
  });

  it('starts in order and stops in reverse order', async () => {
    supervisor = supervise([[part('a', STEADY)], [part('b', STEADY)]]);
    await supervisor.start();
    await supervisor.stop();
    expect(notes()).toEqual(['start a', 'start b', 'stop b', 'stop a']);
  });

  it('says which part does not start, and why', async () => {
    supervisor = supervise([[part('steady', STEADY)], [part('failing', FAILING)]]);
    await expect(supervisor.start()).rejects.toThrow(
      `failing: the moon is full; see ${join(folder, 'failing.log')}`,
    );
  });

  it('starts a part that ended again and shows its last lines', async () => {
    supervisor = supervise([[part('stumbling', STUMBLING)]]);
    await supervisor.start();
    await eventually(() => said.some((line) => line.startsWith('✓ stumbling is back')));
    expect(said).toContain('✗ stumbling ended (exit code 3); its last lines:');
    expect(said.join('\n')).toContain('out of luck');
    expect(supervisor.childOf('stumbling')).not.toBeNull();
  });

  it('never gives up on a part that ends again and again, and says so in health', async () => {
    const ending = part('ending', `process.send('ready', () => process.exit(1));`);
    supervisor = supervise([[ending]]);
    await supervisor.start();
    await eventually(() => /^ended ([6-9]|\d\d) times/.test(supervisor?.troubleOf('ending') ?? ''));
    const shown = said.filter((line) => line.endsWith('its last lines:'));
    expect(shown).toHaveLength(3);
  });

  it('starts without a part that is not essential, and takes it in when it is well', async () => {
    supervisor = supervise([
      [{ ...part('absent', RECOVERING), essential: false }],
      [part('steady', STEADY)],
    ]);
    await supervisor.start();
    expect(notes()).toEqual(['start steady']);
    expect(said).toContain('  going on without absent, which is tried again');
    expect(supervisor.troubleOf('steady')).toBeNull();
    expect(supervisor.troubleOf('absent')).not.toBeNull();
    writeFileSync(join(folder, 'notes.mended'), '');
    await eventually(() => supervisor?.troubleOf('absent') === null);
  });

  it('goes on when a log cannot be opened', async () => {
    supervisor = supervise([[{ ...part('unlucky', RECOVERING), essential: false }]]);
    await supervisor.start();
    logFolder = join(folder, 'away');
    const endsSince = endsOf('unlucky');
    await eventually(() => endsOf('unlucky') > endsSince + 2);
    writeFileSync(join(folder, 'notes.mended'), '');
    logFolder = folder;
    await eventually(() => supervisor?.troubleOf('unlucky') === null);
  });

  it('stops while it is still starting', async () => {
    const slow = part('slow', 'setInterval(() => {}, 1000);');
    supervisor = supervise([[slow], [part('later', STEADY)]]);
    const started = supervisor.start();
    await eventually(() => supervisor?.childOf('slow') !== null);
    await supervisor.stop();
    await started;
    expect(notes()).toEqual([]);
  });

  function supervise(stages: readonly (readonly Part[])[]): Supervisor {
    return new Supervisor({
      stages,
      logOf: (name) => join(logFolder, `${name}.log`),
      env: process.env,
      say: (line) => said.push(line),
      backOffMs: 5,
    });
  }

  function part(name: string, source: string): Part {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, source);
    const env = { NAME: name, NOTES: join(folder, 'notes') };
    return { name, file, essential: true, env, readyUrl: null, address: '' };
  }

  function endsOf(name: string): number {
    return Number(/^ended (\d+) /.exec(supervisor?.troubleOf(name) ?? '')?.[1] ?? 0);
  }

  function notes(): string[] {
    const file = join(folder, 'notes');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  }
});
