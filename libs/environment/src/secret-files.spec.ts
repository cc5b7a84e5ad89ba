import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidConfig, SECRETS, withSecretsOfFiles } from './index.js';

let folder: string;
const fileOf = (text: string, mode = 0o600): string => {
  const file = join(folder, 'secret');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-secrets-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('secrets of files', () => {
  it.each(SECRETS)('takes %s from its file, without the newline at the end', (name) => {
    for (const text of ['s3cret', 's3cret\n', 's3cret\r\n']) {
      const env = { [`${name}_FILE`]: fileOf(text), PATH: '/bin' };
      expect(withSecretsOfFiles(env)).toEqual({ [name]: 's3cret', PATH: '/bin' });
    }
  });

  it('keeps what belongs to the secret: inner newlines and spaces', () => {
    const env = { API_KEYS_FILE: fileOf(' a\nb \n\n') };
    expect(withSecretsOfFiles(env)['API_KEYS']).toBe(' a\nb \n');
  });

  it('leaves other variables that name a file alone', () => {
    const env = { EVENTSTORE_TLS_KEY_FILE: '/key.pem', PAYPAL_WEBHOOK_CA_FILE: '/ca.pem' };
    expect(withSecretsOfFiles(env)).toEqual(env);
  });

  it('reads no file of a secret that is not wanted', () => {
    const env = { NATS_URL_FILE: join(folder, 'missing') };
    expect(withSecretsOfFiles(env, { names: ['API_KEYS'] })).toEqual(env);
  });

  it('counts an empty name of a file as unset', () => {
    const env = { API_KEYS_FILE: '', API_KEYS: 'a' };
    expect(withSecretsOfFiles(env)).toEqual(env);
  });

  it('refuses a value and a file of one secret', () => {
    const env = { API_KEYS: 'hunter2', API_KEYS_FILE: fileOf('hunter3') };
    const load = (): unknown => withSecretsOfFiles(env);
    expect(load).toThrow(InvalidConfig);
    expect(load).toThrow('API_KEYS_FILE: API_KEYS is set as well; keep one of the two');
    expect(load).not.toThrow(/hunter/);
  });

  it('names every file that cannot be read or is empty', () => {
    const missing = join(folder, 'missing');
    const env = { API_KEYS_FILE: missing, NATS_URL_FILE: folder, DATABASE_URL_FILE: fileOf('\n') };
    const load = (): unknown => withSecretsOfFiles(env);
    expect(load).toThrow(`API_KEYS_FILE: ${missing} cannot be read (ENOENT)`);
    expect(load).toThrow(`NATS_URL_FILE: ${folder} cannot be read (EISDIR)`);
    expect(load).toThrow(`DATABASE_URL_FILE: ${join(folder, 'secret')} is empty`);
  });

  it('warns of a file that everybody may read, and of no other', () => {
    const warned: string[] = [];
    const warn = (line: string): void => void warned.push(line);
    withSecretsOfFiles({ API_KEYS_FILE: fileOf('a', 0o640) }, { warn });
    expect(warned).toEqual([]);
    const file = fileOf('a', 0o644);
    withSecretsOfFiles({ API_KEYS_FILE: file }, { warn });
    expect(warned).toEqual([`API_KEYS_FILE: everybody here may read ${file}`]);
  });
});
