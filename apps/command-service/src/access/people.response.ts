import { ApiProperty } from '@nestjs/swagger';
import { ROLES, rolesInForce, type Person, type Role } from '#access';

export class GrantResponse {
  @ApiProperty({ enum: ROLES })
  role!: Role;

  /** Null: until it is taken back. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: string | null;

  /** Whether it counts by now. */
  inForce!: boolean;
}

export class PersonResponse {
  person!: string;

  @ApiProperty({ type: [GrantResponse] })
  grants!: GrantResponse[];

  /** Null: those of all merchants. */
  @ApiProperty({ type: [String], nullable: true })
  merchants!: readonly string[] | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disabledAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  invitedAt!: string;
}

export class InvitedResponse extends PersonResponse {
  /** Sets a password, once; shown this once. */
  invitation!: string;

  @ApiProperty({ format: 'date-time' })
  invitationEndsAt!: string;
}

export class PeopleResponse {
  @ApiProperty({ type: [PersonResponse] })
  items!: PersonResponse[];
}

export function invitedResponse(
  { known, invitation }: { readonly known: Person; readonly invitation: string },
  nowMs: number,
): InvitedResponse {
  const { endsAt: invitationEndsAt } = known.invitation;
  return Object.assign(personResponse(known, nowMs), { invitation, invitationEndsAt });
}

export function personResponse(known: Person, nowMs: number): PersonResponse {
  const { person, grants, merchants, disabledAt, invitation } = known;
  const roles = rolesInForce(known, nowMs);
  return {
    person,
    grants: grants.map((grant) => ({ ...grant, inForce: roles.includes(grant.role) })),
    merchants,
    disabledAt,
    invitedAt: invitation.invitedAt,
  };
}
