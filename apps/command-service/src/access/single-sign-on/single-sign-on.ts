import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  callerOfPerson,
  grantRole,
  invite,
  type Person,
  type RightsEvent,
  type Role,
} from '#access';
import { Clock, hashKey, Logger, Problem } from '#platform';
import { Config } from '../../config.js';
import { AccessRights } from '../access-rights.js';
import { SignIns } from '../sign-ins.js';
import { BegunSignIns } from './begun-sign-ins.js';
import { claimedPerson, rolesByGroup, type ClaimedPerson } from './claimed-person.js';
import { IdentityProvider, type Claims } from './identity-provider.js';

/** Roles by groups last as long as a session: the next sign-in asks the provider again. */
const GRANT_MS = 12 * 60 * 60_000;
const BY = 'single-sign-on';

/** Signs people in by what a provider of identities says of them. */
@Injectable()
export class SingleSignOn {
  readonly #provider: IdentityProvider | null;
  readonly #begun = new BegunSignIns();

  constructor(
    private readonly config: Config,
    private readonly rights: AccessRights,
    private readonly signIns: SignIns,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.#provider = providerIn(config);
  }

  get isConfigured(): boolean {
    return this.#provider !== null;
  }

  /** @throws Problem `part-not-configured`, `unavailable`. */
  async begin(): Promise<{ readonly address: string; readonly id: string }> {
    const { address, begun } = await this.#theProvider()
      .begin()
      .catch((error: unknown) => {
        this.logger.warn({ reason: reasonOf(error) }, 'the provider of identities is away');
        throw new Problem('unavailable', 'the provider of identities does not answer');
      });
    return { address, id: this.#begun.add(begun, this.clock.nowMs) };
  }

  /** Who came back. @throws Problem `sign-in-refused`, which tells nothing of why; the log does. */
  async end(id: string, query: string): Promise<Person> {
    const begun = this.#begun.take(id, this.clock.nowMs);
    if (!begun) return this.#refuse('no sign-in was begun here, or it was taken');
    const claims = await this.#theProvider()
      .claimsOf(query, begun)
      .catch((error: unknown) => this.#refuse(reasonOf(error)));
    const claimed = claimedPerson(claims, {
      person: this.config.OIDC_PERSON_CLAIM,
      groups: this.config.OIDC_GROUPS_CLAIM,
      roles: rolesByGroup(this.config.OIDC_ROLES),
    });
    if (!claimed) return this.#refuse(`${this.config.OIDC_PERSON_CLAIM} names no person`);
    return this.#enter(claimed, claims);
  }

  async #enter(claimed: ClaimedPerson, { iss, sub }: Claims): Promise<Person> {
    const before = (await this.rights.state()).people.get(claimed.person);
    if (before?.disabledAt) return this.#refuse('the person is disabled');
    const accountHash = hashKey(JSON.stringify([iss, sub]));
    if (before && !(await this.signIns.isAccountOf(before, accountHash))) {
      return this.#refuse('another account is the person');
    }
    const known = await this.#withRoles(claimed, before);
    if (!known || !callerOfPerson(known, this.clock.nowMs)) {
      return this.#refuse('no role of the person is in force');
    }
    if (!before) await this.signIns.isAccountOf(known, accountHash);
    return known;
  }

  /** The roles of groups are given here, so that the ledger says who could do what when. */
  async #withRoles(
    { person, roles }: ClaimedPerson,
    before: Person | undefined,
  ): Promise<Person | undefined> {
    if (roles.length === 0) return before;
    const nowMs = this.clock.nowMs;
    const until = new Date(nowMs + GRANT_MS).toISOString();
    const decision = { person: BY, actor: BY, commandId: randomUUID() };
    const { people } = await this.rights.decide(decision, (rights) => {
      const known = rights.people.get(person);
      if (!known) return [invited(person, roles, { until, at: this.clock.nowIso })].flat();
      const missing = roles.filter((role) => !isGiven(known, role, until));
      const by = { grantedBy: BY, grantedAt: this.clock.nowIso };
      return missing.flatMap((role) => grantRole({ person, role, until, ...by }, rights.people));
    });
    return people.get(person);
  }

  #theProvider(): IdentityProvider {
    if (this.#provider) return this.#provider;
    throw new Problem('part-not-configured', 'OIDC_ISSUER is not set');
  }

  #refuse(reason: string): never {
    this.logger.warn({ reason }, 'a single sign-on was refused');
    throw new Problem('sign-in-refused');
  }
}

function providerIn(config: Config): IdentityProvider | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_RETURN_URL } = config;
  if (OIDC_ISSUER === undefined) return null;
  if (!OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_RETURN_URL) {
    throw new Error('OIDC_ISSUER needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_RETURN_URL');
  }
  return new IdentityProvider({
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    returnUrl: OIDC_RETURN_URL,
  });
}

/** Whether the person has the role as long as that, by an administrator or an earlier sign-in. */
function isGiven({ grants }: Person, role: Role, until: string): boolean {
  return grants.some((grant) => grant.role === role && (grant.until ?? until) >= until);
}

/** A person without an invitation before; the one that stands for it opens nothing. */
function invited(
  person: string,
  roles: readonly Role[],
  { until, at }: { readonly until: string; readonly at: string },
): RightsEvent[] {
  const data = {
    person,
    grants: roles.map((role) => ({ role, until })),
    merchants: null,
    invitationHash: hashKey(randomBytes(32).toString('hex')),
    invitationEndsAt: at,
    invitedBy: BY,
    invitedAt: at,
  };
  return invite(data, new Map());
}

/** Never what the provider sent: it may hold a token. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? `${code}: ${error.message}` : error.message;
}
