import { ApiProperty } from '@nestjs/swagger';
import { formatPosition } from '#event-store';
import { caseDesk, CaseDeskResponse } from '#payment-api';
import type { LoadedDesk } from './case-streams.js';

export class DeskResponse {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  desk!: CaseDeskResponse;

  /** Queries take it as `minPosition`. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

export class NextCaseResponse {
  /** The case that is now the caller's; null when none is free. */
  taken!: DeskResponse | null;
}

export function deskResponse(
  paymentId: string,
  { desk, position }: LoadedDesk,
  now: string,
): DeskResponse {
  return { paymentId, desk: caseDesk(desk, now), position: formatPosition(position) };
}
