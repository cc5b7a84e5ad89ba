import { jest } from '@jest/globals';
import { Accounts, hashPassword, InvalidUsers, parseUsers } from './accounts.js';
import { PasswordChecks } from './password-checks.js';

const HOST = '127.0.0.1';

describe('accounts', () => {
  it('prove who knows the password, again and again', async () => {
    const accounts = await accountsOf('admin', 'pass:word');
    for (let round = 0; round < 2; round += 1) {
      const account = await accounts.authenticate(basic('admin:pass:word'), HOST);
      expect(account).toMatchObject({ login: 'admin', groups: ['$admins'] });
    }
  });

  it.each([
    ['another password', basic('admin:wrong')],
    ['an unknown login', basic('root:pass:word')],
    ['no password', basic('admin')],
    ['an empty password', basic('admin:')],
    ['another scheme', 'Bearer pass:word'],
    ['no base64', 'Basic ***'],
  ])('prove nothing with %s', async (_name, header) => {
    const accounts = await accountsOf('admin', 'pass:word');
    await expect(accounts.authenticate(header, HOST)).resolves.toBeUndefined();
  });

  it('share one check among calls with the same credentials', async () => {
    const run = jest.spyOn(PasswordChecks.prototype, 'run');
    const accounts = await accountsOf('admin', 'pass:word');
    const header = basic('admin:pass:word');
    const calls = Array.from({ length: 50 }, () => accounts.authenticate(header, HOST));
    expect(new Set((await Promise.all(calls)).map((account) => account?.login))).toEqual(
      new Set(['admin']),
    );
    expect(run).toHaveBeenCalledTimes(1);
    run.mockRestore();
  });

  it('hash one password differently each time', async () => {
    expect(await hashPassword('secret')).not.toBe(await hashPassword('secret'));
  });
});

describe('a users file', () => {
  const passwordHash = `scrypt:${'A'.repeat(24)}:${'A'.repeat(44)}`;

  it('lists accounts, who need no group', () => {
    const clerk = { login: 'clerk', passwordHash };
    expect(parseUsers(JSON.stringify([clerk]))).toEqual([{ ...clerk, groups: [] }]);
  });

  it.each([
    ['no JSON', 'admin:secret', /must be JSON/],
    ['no list', '{}', /list of one account/],
    ['no account', '[]', /list of one account/],
    ['no object', '["admin"]', /entry 1 of the users file is no object/],
    ['a login that looks like a group', file({ login: '$admins' }), /login of entry 1/],
    ['a login with a colon', file({ login: 'a:b' }), /login of entry 1/],
    ['groups that are no list', file({ groups: '$admins' }), /groups of entry 1/],
    ['a bare password', file({ passwordHash: 'changeit' }), /passwordHash of entry 1/],
  ])('is refused with %s', (_name, text, message) => {
    expect(() => parseUsers(text)).toThrow(InvalidUsers);
    expect(() => parseUsers(text)).toThrow(message);
  });

  it('is refused when it holds a login twice, without telling the hashes', () => {
    const twice = JSON.stringify(['clerk', 'clerk'].map((login) => ({ login, passwordHash })));
    expect(() => parseUsers(twice)).toThrow('the users file holds "clerk" twice');
  });

  function file(changes: object): string {
    return JSON.stringify([{ login: 'clerk', groups: [], passwordHash, ...changes }]);
  }
});

async function accountsOf(login: string, password: string): Promise<Accounts> {
  const passwordHash = await hashPassword(password);
  return new Accounts([{ login, groups: ['$admins'], passwordHash }]);
}

function basic(credentials: string): string {
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}
