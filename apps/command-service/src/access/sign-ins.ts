import type { OnApplicationShutdown } from '@nestjs/common';
import {
  AccessError,
  callerOfPerson,
  linkAccount,
  setCredentials,
  signIn,
  SIGN_IN_STREAM_TYPE,
  signInStream,
  waitMsOf,
  type Person,
  type SignedIn,
  type SignInState,
} from '#access';
import { changeStream, idOf, readStream, type EventStore, type TypedStream } from '#event-store';
import { hashKey, Problem, type Clock } from '#platform';
import { randomUUID } from 'node:crypto';
import type { AccessRights } from './access-rights.js';
import {
  newRecoveryCodes,
  newTotpSecret,
  recoveryHashOf,
  totpAddressOf,
  totpStepOf,
} from './one-time-codes.js';
import type { Passwords } from './passwords.js';
import type { Seal } from './seal.js';

export type Proof = { readonly person: string; readonly password: string; readonly code: string };

/** What is shown once, to who has just set a password. */
export type Enrolled = {
  readonly person: string;
  readonly totpAddress: string;
  readonly recoveryCodes: readonly string[];
};

type Target = TypedStream<Parameters<typeof SIGN_IN_STREAM_TYPE.evolve>[1], SignInState>;

export type SignInParts = {
  readonly store: EventStore;
  readonly rights: AccessRights;
  readonly passwords: Passwords;
  readonly seal: Seal;
  readonly clock: Clock;
};

/** How people prove who they are: a password, and a code of an authenticator or of paper. */
export class SignIns implements OnApplicationShutdown {
  #decoy: Promise<string> | null = null;

  constructor(private readonly parts: SignInParts) {}

  onApplicationShutdown(): Promise<void> {
    return this.parts.passwords.close();
  }

  /** @throws AccessError `invitation-invalid`, `invitation-spent`. */
  async enrol(invitation: string, password: string): Promise<Enrolled> {
    const invitationHash = hashKey(invitation);
    const { people } = await this.parts.rights.state();
    const invited = [...people.values()].find((each) => each.invitation.hash === invitationHash);
    if (!invited || this.parts.clock.nowMs >= Date.parse(invited.invitation.endsAt)) {
      throw new AccessError('invitation-invalid');
    }
    const { person } = invited;
    const secret = newTotpSecret();
    const recoveryCodes = newRecoveryCodes();
    const data = {
      person,
      invitationHash,
      sealedPassword: this.parts.seal.close(
        await this.parts.passwords.hash(password),
        `password ${person}`,
      ),
      sealedTotp: this.parts.seal.close(secret, `totp ${person}`),
      recoveryHashes: recoveryCodes.map(recoveryHashOf),
      setAt: this.parts.clock.nowIso,
    };
    const commandId = idOf('credentials', person, invitationHash);
    await changeStream(this.parts.store, targetOf(person), causeOf(person, commandId), (state) =>
      setCredentials(data, state),
    );
    return { person, totpAddress: totpAddressOf(secret, person), recoveryCodes };
  }

  /**
   * The person, once password and code are right; the code opens nothing a second time.
   *
   * @returns the person; after wrong ones for how many milliseconds nothing is looked at.
   * @throws Problem `unauthenticated`, which tells nothing of what was wrong.
   */
  async prove({ person, password, code }: Proof): Promise<Person | number> {
    const known = (await this.parts.rights.state()).people.get(person);
    const { state } = await readStream(this.parts.store, targetOf(person));
    const { credentials } = state;
    if (!known || !credentials || !this.#counts(known, credentials)) {
      await this.parts.passwords.matches(password, await this.#anyHash());
      throw new Problem('unauthenticated');
    }
    const recoveryHash = this.#recoveryOf(code, state);
    const waitMs = waitMsOf(state, this.parts.clock.nowMs);
    if (waitMs > 0 && recoveryHash === null) return waitMs;
    const hash = this.parts.seal.open(credentials.sealedPassword, `password ${person}`);
    const isRight = await this.parts.passwords.matches(password, hash);
    const secret = this.parts.seal.open(credentials.sealedTotp, `totp ${person}`);
    const totpStep = totpStepOf(secret, code, this.parts.clock.nowMs);
    const isProven = isRight && (recoveryHash !== null || totpStep !== null);
    if (!isProven || !(await this.#record({ person, totpStep, recoveryHash }))) {
      await this.#fail(person);
      throw new Problem('unauthenticated');
    }
    return known;
  }

  /** Only who has a role by now, and set this password by the last invitation. */
  #counts(known: Person, { invitationHash }: NonNullable<SignInState['credentials']>): boolean {
    if (known.invitation.hash !== invitationHash) return false;
    return callerOfPerson(known, this.parts.clock.nowMs) !== null;
  }

  /**
   * Whether the account of a provider is this person, which the first sign-in says: of two accounts
   * that take one name, the second opens nothing.
   */
  async isAccountOf(known: Person, accountHash: string): Promise<boolean> {
    const { person, invitation } = known;
    const linkedAt = this.parts.clock.nowIso;
    const data = { person, invitationHash: invitation.hash, accountHash, linkedAt };
    let isOther = false;
    const cause = causeOf(person, randomUUID());
    await changeStream(this.parts.store, targetOf(person), cause, (state) => {
      const decided = linkAccount(data, state);
      isOther = decided === null;
      return decided ?? [];
    });
    return !isOther;
  }

  #recoveryOf(code: string, { credentials, spent }: SignInState): string | null {
    const hash = recoveryHashOf(code);
    return credentials?.recoveryHashes.includes(hash) && !spent.has(hash) ? hash : null;
  }

  async #record(proven: Omit<SignedIn['data'], 'signedInAt'>): Promise<boolean> {
    const data = { ...proven, signedInAt: this.parts.clock.nowIso };
    let isTaken = false;
    const cause = causeOf(data.person, randomUUID());
    await changeStream(this.parts.store, targetOf(data.person), cause, (state) => {
      const decided = signIn(data, state);
      isTaken = decided === null;
      return decided ?? [];
    });
    return !isTaken;
  }

  async #fail(person: string): Promise<void> {
    const failed = {
      type: 'SignInFailed',
      data: { person, failedAt: this.parts.clock.nowIso },
    } as const;
    await changeStream(this.parts.store, targetOf(person), causeOf(person, randomUUID()), () => [
      failed,
    ]);
  }

  /** A name that is not known takes as long to refuse as a wrong password. */
  #anyHash(): Promise<string> {
    this.#decoy ??= this.parts.passwords.hash(randomUUID());
    return this.#decoy;
  }
}

function targetOf(person: string): Target {
  return { stream: signInStream(person), type: SIGN_IN_STREAM_TYPE };
}

function causeOf(
  person: string,
  commandId: string,
): { client: string; actor: string; commandId: string } {
  return { client: person, actor: `person:${person}`, commandId };
}
