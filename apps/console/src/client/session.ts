import { send } from './transport.js';

export type Role =
  | 'service'
  | 'analyst'
  | 'senior-analyst'
  | 'auditor'
  | 'reconciler'
  | 'approver'
  | 'operator'
  | 'admin';

export function decidesCases(role: Role): boolean {
  return role === 'analyst' || role === 'senior-analyst';
}

export type Caller = { readonly client: string; readonly role: Role };

export type SessionState = {
  readonly caller: Caller | null;
  readonly idleEndsAt: string | null;
  readonly endsAt: string | null;
};

export async function session(): Promise<SessionState> {
  return (await send({ method: 'GET', path: '/session' })) as SessionState;
}

/** The key goes out once and is kept nowhere here; what stays is a cookie that no script reads. */
export async function signIn(key: string): Promise<SessionState> {
  const headers = { authorization: `Bearer ${key}` };
  return (await send({ method: 'POST', path: '/session', headers })) as SessionState;
}

export async function signOut(): Promise<void> {
  await send({ method: 'DELETE', path: '/session' });
}
