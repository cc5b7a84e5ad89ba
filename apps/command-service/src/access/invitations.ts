import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { personIn, type invite, type Person, type PersonInvited } from '#access';
import { Clock, hashKey, personOf, type Caller } from '#platform';
import { AccessRights } from './access-rights.js';

const INVITATION_BYTES = 32;
const INVITATION_MS = 72 * 60 * 60_000;

type Asked = Pick<PersonInvited['data'], 'person' | 'grants' | 'merchants'>;

/** An invitation is shown once; what is recorded is its hash. */
export type Invited = { readonly known: Person; readonly invitation: string };

@Injectable()
export class Invitations {
  constructor(
    private readonly rights: AccessRights,
    private readonly clock: Clock,
  ) {}

  /** @throws AccessError as the rule does. */
  async make(caller: Caller, asked: Asked, rule: typeof invite): Promise<Invited> {
    const invitation = `assay_invitation_${randomBytes(INVITATION_BYTES).toString('base64url')}`;
    const nowMs = this.clock.nowMs;
    const data = {
      ...asked,
      invitationHash: hashKey(invitation),
      invitationEndsAt: new Date(nowMs + INVITATION_MS).toISOString(),
      invitedBy: personOf(caller),
      invitedAt: new Date(nowMs).toISOString(),
    };
    const by = { person: personOf(caller), actor: `${caller.role}:${caller.client}` };
    const decision = { ...by, commandId: randomUUID() };
    const { people } = await this.rights.decide(decision, (rights) => rule(data, rights.people));
    return { known: personIn(people, asked.person), invitation };
  }
}
