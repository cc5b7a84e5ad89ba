import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  Matches,
} from 'class-validator';
import { ROLES, type Role } from '#access';
import { IsText, IsTime } from '#platform';

/** As in API_KEYS: lower-case letters, digits and dashes. */
export const NAME = /^[a-z0-9-]{1,64}$/;

export const NAME_MESSAGE = { message: 'must be 1 to 64 lower-case letters, digits or dashes' };

/** As payments name theirs. */
export const MERCHANT = /^[^\0\p{Cs}]{1,128}$/u;

export const MERCHANTS_MAX = 1_000;
const OPERATIONS_MAX = 100;

export class KeyRequest {
  /** Who will call; payments and orders are of a client. */
  @Matches(NAME, NAME_MESSAGE)
  client!: string;

  @IsIn(ROLES)
  role!: Role;

  /** Whose it is; has to be said for every role but `service`. */
  @IsOptional()
  @Matches(NAME, NAME_MESSAGE)
  person?: string;

  /** The only merchants whose payments it sees and commands. */
  @ApiPropertyOptional({
    type: [String],
    minItems: 1,
    maxItems: MERCHANTS_MAX,
    example: ['merchant-1'],
  })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MERCHANTS_MAX)
  @ArrayUnique()
  @Matches(MERCHANT, { each: true, message: 'must be ids of merchants, of 1 to 128 characters' })
  merchants?: string[];

  /** The only operations it may call, as `POST /v1/payments/{paymentId}/capture`. */
  @ApiPropertyOptional({
    type: [String],
    minItems: 1,
    maxItems: OPERATIONS_MAX,
    example: ['GET /v1/payments'],
  })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(OPERATIONS_MAX)
  @ArrayUnique()
  @Matches(/^(GET|POST|PUT|PATCH|DELETE) \/v1\/[\w/{}-]{1,200}$/, {
    each: true,
    message: 'must be operations as docs/roles.md lists them, as `GET /v1/payments`',
  })
  operations?: string[];

  @IsOptional()
  @IsTime()
  expiresAt?: string;
}

export class KeyRevocationRequest {
  @IsOptional()
  @IsText(0, 500)
  note?: string;
}
