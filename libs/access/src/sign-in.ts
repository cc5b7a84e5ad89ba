import { upcastOf } from '#event-shapes';
import { AccessError } from './errors.js';
import type { AccountLinked, CredentialsSet, SignedIn, SignInEvent } from './sign-in-events.js';

/** One stream for each person: what strangers try there lengthens no other. */
export function signInStream(person: string): string {
  return `sign-in-${person}`;
}

export type SignInState = {
  readonly credentials: CredentialsSet['data'] | null;
  readonly account: AccountLinked['data'] | null;
  /** Wrong ones since the last right one. */
  readonly failures: number;
  readonly failedAtMs: number;
  /** The last one that opened; no code of it or before opens again. */
  readonly totpStep: number;
  readonly spent: ReadonlySet<string>;
};

export const NO_SIGN_INS: SignInState = {
  credentials: null,
  account: null,
  failures: 0,
  failedAtMs: 0,
  totpStep: -1,
  spent: new Set(),
};

export const SIGN_IN_STREAM_TYPE = {
  initial: NO_SIGN_INS,
  evolve: evolveSignIns,
  upcast: upcastOf<SignInEvent>('sign-in', {
    CredentialsSet: { personal: { person: 'staff' } },
    SignInFailed: { personal: { person: 'staff' } },
    SignedIn: { personal: { person: 'staff' } },
    AccountLinked: { personal: { person: 'staff' } },
  }),
};

function evolveSignIns(state: SignInState, { type, data }: SignInEvent): SignInState {
  switch (type) {
    case 'CredentialsSet':
      return { ...NO_SIGN_INS, credentials: data, account: state.account };
    case 'SignInFailed':
      return { ...state, failures: state.failures + 1, failedAtMs: Date.parse(data.failedAt) };
    case 'AccountLinked':
      return { ...state, account: data };
    case 'SignedIn':
      return {
        ...state,
        failures: 0,
        totpStep: data.totpStep ?? state.totpStep,
        spent: data.recoveryHash === null ? state.spent : withSpent(state.spent, data.recoveryHash),
      };
  }
}

function withSpent(spent: ReadonlySet<string>, hash: string): ReadonlySet<string> {
  return new Set(spent).add(hash);
}

/** So many wrong ones cost nothing but the time to type them. */
const FREE_FAILURES = 5;
const WAIT_MS_FIRST = 1_000;
const WAIT_MS_MAX = 15 * 60_000;

/**
 * For how long no code of an authenticator is looked at after wrong ones; it doubles, up to a
 * quarter of an hour. Recovery codes, which cannot be guessed, are looked at all the same:
 * strangers who go on trying keep no one out for ever.
 */
export function waitMsOf({ failures, failedAtMs }: SignInState, nowMs: number): number {
  if (failures < FREE_FAILURES) return 0;
  const waitMs = Math.min(WAIT_MS_FIRST * 2 ** (failures - FREE_FAILURES), WAIT_MS_MAX);
  return Math.max(0, failedAtMs + waitMs - nowMs);
}

/**
 * Sets what a person signs in with; an invitation does that once.
 *
 * @throws AccessError `invitation-spent`.
 */
export function setCredentials(data: CredentialsSet['data'], state: SignInState): CredentialsSet[] {
  if (state.credentials?.invitationHash === data.invitationHash) {
    throw new AccessError('invitation-spent');
  }
  return [{ type: 'CredentialsSet', data }];
}

/**
 * Records a sign-in by what was found right, at the revision that was looked at: of two at the same
 * time with one code, one is let in.
 *
 * @returns null where the code opened before.
 */
export function signIn(data: SignedIn['data'], state: SignInState): SignedIn[] | null {
  const { totpStep, recoveryHash } = data;
  if (totpStep !== null && totpStep <= state.totpStep) return null;
  if (recoveryHash !== null && state.spent.has(recoveryHash)) return null;
  return [{ type: 'SignedIn', data }];
}

/**
 * Links the account of a provider with its person, the first time.
 *
 * @returns null where another account is the person.
 */
export function linkAccount(
  data: AccountLinked['data'],
  { account }: SignInState,
): AccountLinked[] | null {
  if (account?.invitationHash !== data.invitationHash) return [{ type: 'AccountLinked', data }];
  return account.accountHash === data.accountHash ? [] : null;
}
