import { ApiProperty } from '@nestjs/swagger';
import { ROLES, statusOf, type KnownKey, type Role } from '#access';

const STATUSES = ['live', 'expired', 'revoked'] as const;
const ORIGINS = ['made', 'variable'] as const;

/** A key without the key itself, which is kept nowhere. */
export class KeyResponse {
  keyId!: string;

  client!: string;

  @ApiProperty({ enum: ROLES })
  role!: Role;

  /** Whose it is; null: the person of the client's name. */
  @ApiProperty({ type: String, nullable: true })
  person!: string | null;

  /** Null: those of all merchants. */
  @ApiProperty({ type: [String], nullable: true })
  merchants!: readonly string[] | null;

  /** Null: all of its role. */
  @ApiProperty({ type: [String], nullable: true })
  operations!: readonly string[] | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt!: string | null;

  @ApiProperty({ enum: STATUSES })
  status!: (typeof STATUSES)[number];

  /** `variable`: it is from API_KEYS, and counts where that still names it. */
  @ApiProperty({ enum: ORIGINS })
  origin!: (typeof ORIGINS)[number];

  createdBy!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, nullable: true })
  revokedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt!: string | null;

  /** Last seen by this process; null: not since it started, which may be a use elsewhere. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt!: string | null;
}

export class MadeKeyResponse extends KeyResponse {
  /** Shown this once; null at a repeat, which makes none. */
  @ApiProperty({ type: String, nullable: true })
  key!: string | null;
}

export class KeysResponse {
  /** The one made last first. */
  @ApiProperty({ type: [KeyResponse] })
  items!: KeyResponse[];
}

export function keyResponse(key: KnownKey, nowMs: number, lastUsedMs: number | null): KeyResponse {
  const { hash: _hash, revoked, ...facts } = key;
  return {
    ...facts,
    status: statusOf(key, nowMs),
    revokedBy: revoked?.by ?? null,
    revokedAt: revoked?.at ?? null,
    lastUsedAt: lastUsedMs === null ? null : new Date(lastUsedMs).toISOString(),
  };
}
