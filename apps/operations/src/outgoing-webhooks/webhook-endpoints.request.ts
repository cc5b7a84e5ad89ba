import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  Matches,
} from 'class-validator';
import { MESSAGE_TYPES, type EndpointEdit } from '#outgoing-webhooks';
import { IsText } from '#platform';

/** Stands for all types, also those that come to be added. */
const ALL = '*';

const TYPES = [ALL, ...MESSAGE_TYPES];

export class EndpointRequest {
  @ApiProperty({ example: 'https://shop.example/webhooks', format: 'uri' })
  @IsText(1, 2000)
  url!: string;

  /** A note of the caller's own. */
  @IsOptional()
  @IsText(1, 500)
  description?: string;

  /** `*` or none: all, also those that come to be added. */
  @ApiPropertyOptional({ enum: TYPES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(TYPES.length)
  @IsIn(TYPES, { each: true })
  messageTypes?: string[];
}

/** What is left out stays as it is. */
export class EndpointEditRequest {
  @ApiPropertyOptional({ example: 'https://shop.example/webhooks', format: 'uri' })
  @IsOptional()
  @IsText(1, 2000)
  url?: string;

  /** Empty: no note any more. */
  @IsOptional()
  @IsText(0, 500)
  description?: string;

  @ApiPropertyOptional({ enum: TYPES, isArray: true, description: '`*`: all' })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMinSize(1, { message: 'must name a type, or * for all' })
  @ArrayMaxSize(TYPES.length)
  @IsIn(TYPES, { each: true })
  messageTypes?: string[];

  @ApiPropertyOptional({ enum: ['active', 'disabled'] })
  @IsOptional()
  @IsIn(['active', 'disabled'])
  status?: 'active' | 'disabled';
}

/** The types as they are kept. */
export function chosenTypes(messageTypes: readonly string[] = []): readonly string[] {
  return messageTypes.includes(ALL) ? [] : messageTypes;
}

/** The types as they are shown. */
export function shownTypes(messageTypes: readonly string[]): readonly string[] {
  return messageTypes.length === 0 ? [ALL] : messageTypes;
}

export function editOf(request: EndpointEditRequest): EndpointEdit {
  const { messageTypes, description, ...rest } = request;
  return {
    ...rest,
    ...(description !== undefined && { description: description === '' ? null : description }),
    ...(messageTypes && { messageTypes: chosenTypes(messageTypes) }),
  };
}

export class ReplayRequest {
  /** As in a message; what happened there and later is sent again. */
  @ApiProperty({ example: '1042/1042' })
  @Matches(/^\d{1,18}\/\d{1,18}$/, { message: 'must be a position, as in 1042/1042' })
  fromPosition!: string;

  /** What happened there is the last that is sent again. Left out: everything since. */
  @ApiPropertyOptional({ example: '2084/2084' })
  @IsOptional()
  @Matches(/^\d{1,18}\/\d{1,18}$/, { message: 'must be a position, as in 1042/1042' })
  toPosition?: string;
}
