import { ApiProperty } from '@nestjs/swagger';
import { NODE_KINDS, type NodeKind } from './graph.js';

export class CauseNodeResponse {
  @ApiProperty({
    description: 'Of an event its event id; else what it stands for, as in `command:…`.',
  })
  id!: string;

  @ApiProperty({ enum: NODE_KINDS })
  kind!: NodeKind;

  @ApiProperty({ example: 'PaymentCaptured' })
  label!: string;

  @ApiProperty({ type: String, nullable: true })
  detail!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  at!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '1042/1042' })
  position!: string | null;
}

export class CauseEdgeResponse {
  @ApiProperty({ description: 'What led to it.' })
  from!: string;

  to!: string;

  @ApiProperty({
    example: 'captureId',
    description: 'The id or rule that says so: `causationId`, the name of an id, `case`.',
  })
  why!: string;
}

export class CausesResponse {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  @ApiProperty({ type: [CauseNodeResponse] })
  nodes!: CauseNodeResponse[];

  @ApiProperty({ type: [CauseEdgeResponse] })
  edges!: CauseEdgeResponse[];

  @ApiProperty({
    description: 'Views whose part is missing, since this process does not build them.',
    type: [String],
  })
  missing!: string[];

  @ApiProperty({
    description: 'Whether all events are in it; a payment of more than 1,000 is cut.',
  })
  complete!: boolean;
}
