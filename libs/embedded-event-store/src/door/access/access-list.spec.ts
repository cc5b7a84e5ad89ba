import { accessListOf, defaultListsOf } from './access-list.js';

describe('access lists', () => {
  it('name one role or several, per action', () => {
    const metadata = { $acl: { $r: '$all', $w: ['a', 'b'], $d: [], $mr: 'c', $mw: ['$admins'] } };
    expect(accessListOf(bytes(metadata))).toEqual({
      read: ['$all'],
      write: ['a', 'b'],
      delete: [],
      'read-metadata': ['c'],
      'write-metadata': ['$admins'],
    });
  });

  it.each([
    ['metadata without one', bytes({ $maxCount: 5 })],
    ['one that is no object', bytes({ $acl: 'everybody' })],
    ['metadata that is no JSON', Buffer.from('***')],
  ])('are empty for %s', (_name, metadata) => {
    expect(accessListOf(metadata)).toEqual({});
  });

  it('default to all for users, and to admins for system streams', () => {
    const { user, system } = defaultListsOf(bytes({}));
    expect(Object.values(user)).toEqual(Array(5).fill(['$all']));
    expect(Object.values(system)).toEqual(Array(5).fill(['$admins']));
  });

  it('default to what the settings say, action by action', () => {
    const settings = { $userStreamAcl: { $w: 'clerks' }, $systemStreamAcl: { $r: ['$ops'] } };
    const { user, system } = defaultListsOf(bytes(settings));
    expect(user).toMatchObject({ read: ['$all'], write: ['clerks'] });
    expect(system).toMatchObject({ read: ['$ops'], write: ['$admins'] });
  });
});

function bytes(json: object): Buffer {
  return Buffer.from(JSON.stringify(json));
}
