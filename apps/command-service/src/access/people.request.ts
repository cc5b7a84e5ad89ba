import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ROLES, type Role } from '#access';
import { IsTime } from '#platform';
import { MERCHANT, MERCHANTS_MAX, NAME, NAME_MESSAGE } from './keys.request.js';

/** What people may be; services have keys. */
export const PEOPLE_ROLES = ROLES.filter((role) => role !== 'service');

export class GrantRequest {
  @IsIn(PEOPLE_ROLES)
  role!: Role;

  /** It lapses then by itself, as for an auditor from outside. Left out: it stays. */
  @IsOptional()
  @IsTime()
  until?: string;
}

export class FirstAdminRequest {
  /** The name that decisions are recorded under, for good. */
  @Matches(NAME, NAME_MESSAGE)
  person!: string;
}

export class PersonRequest {
  /** The name that decisions are recorded under, for good: no real name, no address. */
  @Matches(NAME, NAME_MESSAGE)
  person!: string;

  @ApiProperty({ type: [GrantRequest], minItems: 1, maxItems: PEOPLE_ROLES.length })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(PEOPLE_ROLES.length)
  @ArrayUnique(({ role }: GrantRequest) => role)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GrantRequest)
  grants!: GrantRequest[];

  /** The only merchants whose payments the person sees. */
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
}
