import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    await restore({ backup, dataDir, modelsDir });
    expect(readFileSync(join(dataDir, 'credentials.json'), 'utf8')).toBe('{}');
    expect(readFileSync(join(modelsDir, 'registry.json'), 'utf8')).toBe('{}');
  });

  it('puts nothing back when one of both folders is taken', async () => {
    mkdirSync(modelsDir);
    writeFileSync(join(modelsDir, 'registry.json'), '{"mine":true}');
    const restoring = restore({ backup, dataDir, modelsDir });
    await expect(restoring).rejects.toThrow(`${modelsDir} is not empty (registry.json)`);
    expect(existsSync(dataDir)).toBe(false);
    expect(readFileSync(join(modelsDir, 'registry.json'), 'utf8')).toBe('{"mine":true}');
  });
});
