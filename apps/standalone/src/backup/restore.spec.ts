import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from './back-up.js';
import { DATA, hashOf, manifestFile, MODELS } from './manifest.js';
import { restore } from './restore.js';

describe('a restore', () => {
  let parent: string;
  let backup: string;
  let dataDir: string;
  let modelsDir: string;

  beforeEach(async () => {
    parent = mkdtempSync(join(tmpdir(), 'assay-restore-'));
    [backup, dataDir, modelsDir] = ['backup', 'data', 'models'].map((name) =>
      join(parent, name),
    ) as [string, string, string];
    const files: Record<string, string> = {};
    for (const path of [join(DATA, 'credentials.json'), join(MODELS, 'registry.json')]) {
      mkdirSync(join(backup, path, '..'), { recursive: true });
      writeFileSync(join(backup, path), '{}');
      files[path] = await hashOf(join(backup, path));
    }
    const manifest = { format: 1, createdAt: '2026-03-01T12:00:00.000Z', files };
    writeFileSync(manifestFile(backup), JSON.stringify(manifest));
  });

  afterEach(() => {
    rmSync(parent, { recursive: true, force: true });
  });

  it('puts data and models back', async () => {
    await restore({ backup, dataDir, modelsDir, keys: null });
    expect(readFileSync(join(dataDir, 'credentials.json'), 'utf8')).toBe('{}');
    expect(readFileSync(join(modelsDir, 'registry.json'), 'utf8')).toBe('{}');
  });

  it('takes the keys of personal texts from their own folder, which a later backup replaces', async () => {
    const keysTo = join(parent, 'keys');
    const source = join(parent, 'source');
    mkdirSync(join(source, 'privacy'), { recursive: true });
    mkdirSync(modelsDir);
    writeFileSync(join(source, 'credentials.json'), '{}');
    const options = { dataDir: source, modelsDir, keysTo, settings: {}, now: new Date(0) };
    writeFileSync(join(source, 'privacy', 'keys'), 'a key');
    await backUp({ ...options, to: join(parent, 'first') });
    writeFileSync(join(source, 'privacy', 'keys'), 'erased');
    await backUp({ ...options, to: join(parent, 'second') });

    expect(existsSync(join(parent, 'first', DATA, 'privacy'))).toBe(false);
    const first = { backup: join(parent, 'first'), dataDir, modelsDir: null, keys: keysTo };
    await restore(first);
    expect(readFileSync(join(dataDir, 'privacy', 'keys'), 'utf8')).toBe('erased');
  });

  it('puts nothing back when one of both folders is taken', async () => {
    mkdirSync(modelsDir);
    writeFileSync(join(modelsDir, 'registry.json'), '{"mine":true}');
    const restoring = restore({ backup, dataDir, modelsDir, keys: null });
    await expect(restoring).rejects.toThrow(`${modelsDir} is not empty (registry.json)`);
    expect(existsSync(dataDir)).toBe(false);
    expect(readFileSync(join(modelsDir, 'registry.json'), 'utf8')).toBe('{"mine":true}');
  });
});
