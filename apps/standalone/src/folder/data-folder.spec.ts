import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashKey } from '#platform';
import { apiKeysOf, credentialsIn } from './credentials.js';
import { DataFolder } from './data-folder.js';

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'assay-folder-'));
});

afterEach(() => {
  rmSync(parent, { recursive: true });
});

describe('a data folder', () => {
  it('is made where there is none, and opens again after it was given up', async () => {
    const path = join(parent, 'data');
    (await DataFolder.open(path)).release();
    (await DataFolder.open(path)).release();
    expect(JSON.parse(readFileSync(join(path, 'version.json'), 'utf8'))).toEqual({ format: 1 });
  });

  it('is closed to other users, with all that an older start left open in it', async () => {
    const path = join(parent, 'data');
    (await DataFolder.open(path)).release();
    mkdirSync(join(path, 'event-store', 'deep'), { recursive: true });
    writeFileSync(join(path, 'event-store', 'deep', 'events.mdb'), '');
    chmodSync(path, 0o777);
    chmodSync(join(path, 'event-store'), 0o755);
    chmodSync(join(path, 'event-store', 'deep', 'events.mdb'), 0o644);
    const folder = await DataFolder.open(path);
    const others = (...names: string[]): number => statSync(folder.of(...names)).mode & 0o066;
    for (const name of ['', 'event-store', 'logs', 'version.json', 'standalone.json']) {
      expect([name, others(name)]).toEqual([name, 0]);
    }
    expect(statSync(folder.of('event-store')).mode & 0o777).toBe(0o700);
    expect(statSync(folder.of('event-store', 'deep', 'events.mdb')).mode & 0o777).toBe(0o600);
    folder.release();
  });

  it('tells tools where the services are while it is claimed', async () => {
    const folder = await DataFolder.open(join(parent, 'data'));
    const urls = {
      command: 'http://c',
      query: 'http://q',
      operations: 'http://o',
      sandbox: 'http://s',
    };
    folder.publish(urls, { eventStore: 'esdb://reader:secret@e', nats: null });
    expect(JSON.parse(readFileSync(folder.of('standalone.json'), 'utf8'))).toMatchObject({ urls });
    folder.release();
    expect(existsSync(folder.of('standalone.json'))).toBe(false);
  });

  it('is not shared with a system that runs on it', async () => {
    const folder = await DataFolder.open(join(parent, 'data'));
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'standalone']);
    try {
      writeFileSync(folder.of('standalone.json'), JSON.stringify({ pid: other.pid }));
      await expect(DataFolder.open(folder.path)).rejects.toThrow(
        `${folder.path} is in use by another standalone system (process ${String(other.pid)})`,
      );
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('is taken over from a system that was killed', async () => {
    const folder = await DataFolder.open(join(parent, 'data'));
    const gone = spawnSync(process.execPath, ['--version']).pid;
    writeFileSync(folder.of('standalone.json'), JSON.stringify({ pid: gone }));
    (await DataFolder.open(folder.path)).release();
  });

  it('of another version is left alone', async () => {
    writeFileSync(join(parent, 'version.json'), '{"format": 99}');
    await expect(DataFolder.open(parent)).rejects.toThrow(
      /was written by another version of Assay \(format 99, this one reads 1\)/,
    );
  });

  it('that holds other files is left alone', async () => {
    writeFileSync(join(parent, 'letter.txt'), 'Dear Sir');
    await expect(DataFolder.open(parent)).rejects.toThrow(/holds other files \(letter.txt/);
  });

  it('that is a file, or that cannot be made, is refused in one line', async () => {
    const file = join(parent, 'file');
    writeFileSync(file, '');
    await expect(DataFolder.open(file)).rejects.toThrow(
      /file is a file; choose another folder with --data/,
    );
    await expect(DataFolder.open(join(file, 'data'))).rejects.toThrow(/file is a file/);
    const made = DataFolder.open(join('/proc/nope', 'data'));
    await expect(made).rejects.toThrow(/^\/proc\/nope cannot be made \(ENOENT\); choose another/);
  });

  it('with a damaged file says which', async () => {
    writeFileSync(join(parent, 'version.json'), '{');
    await expect(DataFolder.open(parent)).rejects.toThrow(/version.json is not JSON/);
  });
});

describe('credentials', () => {
  it('are made once and only their owner may read them', () => {
    const file = join(parent, 'credentials.json');
    const made = credentialsIn(file);
    expect(credentialsIn(file)).toEqual(made);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('give other processes hashes of the keys only', () => {
    const credentials = credentialsIn(join(parent, 'credentials.json'));
    const { key } = credentials.keys['local'] ?? { key: '' };
    expect(apiKeysOf(credentials)).toContain(`local:service:${hashKey(key)}`);
    expect(apiKeysOf(credentials)).not.toContain(key);
  });
});
