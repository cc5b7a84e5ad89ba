import { type MetadataJson, readMetadata } from '../../engine/stream-metadata.js';

export type Action = 'read' | 'write' | 'delete' | 'read-metadata' | 'write-metadata';

/** Who may do what to a stream: logins, groups, or `$all` for everybody. */
export type AccessList = Readonly<Partial<Record<Action, readonly string[]>>>;

/** The lists for streams that have none of their own. */
export type DefaultLists = { readonly user: AccessList; readonly system: AccessList };

export const EVERYBODY = '$all';
export const ADMINS = '$admins';
export const OPS = '$ops';

/** How the protocol writes each action in `$acl`. */
const KEYS: readonly (readonly [Action, string])[] = [
  ['read', '$r'],
  ['write', '$w'],
  ['delete', '$d'],
  ['read-metadata', '$mr'],
  ['write-metadata', '$mw'],
];

/** The real server's: users' streams are open to all, `$…` and `$all` to admins only. */
const BUILT_IN: DefaultLists = { user: forAll(EVERYBODY), system: forAll(ADMINS) };

/** The list in the data of a stream's `$metadata` event. */
export function accessListOf(metadata: Buffer): AccessList {
  return parse(readMetadata(metadata)['$acl']);
}

/** The defaults in the last event of `$settings`; what it does not say is as built in. */
export function defaultListsOf(settings: Buffer): DefaultLists {
  const { $userStreamAcl, $systemStreamAcl }: MetadataJson = readMetadata(settings);
  return {
    user: { ...BUILT_IN.user, ...parse($userStreamAcl) },
    system: { ...BUILT_IN.system, ...parse($systemStreamAcl) },
  };
}

function forAll(role: string): AccessList {
  return Object.fromEntries(KEYS.map(([action]) => [action, [role]]));
}

/** One role may be written without a list around it. */
function parse(json: unknown): AccessList {
  if (typeof json !== 'object' || json === null) return {};
  const list: Partial<Record<Action, readonly string[]>> = {};
  for (const [action, key] of KEYS) {
    const roles = (json as Record<string, unknown>)[key];
    if (typeof roles === 'string') list[action] = [roles];
    else if (Array.isArray(roles)) list[action] = roles.map(String);
  }
  return list;
}
