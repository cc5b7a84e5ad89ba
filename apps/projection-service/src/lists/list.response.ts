import { ApiProperty } from '@nestjs/swagger';

/** A page of a list that can be counted. */
export class ListResponse {
  /** Send as `cursor`, with the same filters, for more. */
  nextCursor!: string | null;

  /** All that the filters leave, on this page or not; null when it is not known. */
  @ApiProperty({ type: 'integer', nullable: true })
  total!: number | null;

  /** Why `total` is not known. */
  @ApiProperty({ type: String, enum: ['not-asked', 'took-too-long'] })
  totalUnknown!: 'not-asked' | 'took-too-long' | null;

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}
