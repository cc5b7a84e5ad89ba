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

export type Caller = {
  readonly client: string;
  readonly role: Role;
  /** Who signed in by name; left out: the session began with a key. */
  readonly person?: string;
  /** All that the person has, where they are several. */
  readonly roles?: readonly Role[];
};

/** All roles of a caller, each of which opens what is of it. */
export function rolesOf({ role, roles }: Caller): readonly Role[] {
  return roles ?? [role];
}

export type SessionState = {
  readonly caller: Caller | null;
  readonly sessionId?: string | null;
  readonly idleEndsAt: string | null;
  readonly endsAt: string | null;
  /** Whether people may sign in at a provider of identities. */
  readonly hasSingleSignOn?: boolean;
};

export async function session(): Promise<SessionState> {
  return (await send({ method: 'GET', path: '/session' })) as SessionState;
}

/** The key goes out once and is kept nowhere here; what stays is a cookie that no script reads. */
export async function signIn(key: string): Promise<SessionState> {
  const headers = { authorization: `Bearer ${key}` };
  return (await send({ method: 'POST', path: '/session', headers })) as SessionState;
}

export type Proof = { readonly person: string; readonly password: string; readonly code: string };

/** Name, password and a code, which are kept nowhere here either. */
export async function signInByPassword(proof: Proof): Promise<SessionState> {
  const path = '/session/password';
  return (await send({ method: 'POST', path, body: proof })) as SessionState;
}

/** What is shown once, to who has just set a password. */
export type Enrolled = {
  readonly person: string;
  /** For an authenticator, as `otpauth://totp/…`. */
  readonly totpAddress: string;
  readonly recoveryCodes: readonly string[];
};

export async function enrol(invitation: string, password: string): Promise<Enrolled> {
  const body = { invitation, password };
  return (await send({ method: 'POST', path: '/session/credentials', body })) as Enrolled;
}

export async function signOut(): Promise<void> {
  await send({ method: 'DELETE', path: '/session' });
}
