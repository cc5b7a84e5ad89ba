import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { MESSAGE_TYPES } from '#outgoing-webhooks';
import { IsText } from '#platform';

export class EndpointRequest {
  @ApiProperty({ example: 'https://shop.example/webhooks', format: 'uri' })
  @IsText(1, 2000)
  url!: string;

  /** Empty: all. */
  @ApiPropertyOptional({ enum: MESSAGE_TYPES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(MESSAGE_TYPES.length)
  @IsIn(MESSAGE_TYPES, { each: true })
  messageTypes?: string[];
}

export class ReplayRequest {
  /** As in a message; what happened there and later is sent again. */
  @ApiProperty({ example: '1042/1042' })
  @Matches(/^\d{1,18}\/\d{1,18}$/, { message: 'must be a position, as in 1042/1042' })
  fromPosition!: string;
}
