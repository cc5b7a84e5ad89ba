import { ApiProperty } from '@nestjs/swagger';
import { formatPosition } from '#event-store';
import { EXCEPTION_STATES } from '#reconciliation';
import type { LoadedWork } from './exception-streams.js';

/** How the work on an exception stands. */
export class ExceptionWorkResponse {
  @ApiProperty({ example: 'stripe-capture-ch_3Pq' })
  exceptionId!: string;

  @ApiProperty({ enum: EXCEPTION_STATES })
  state!: string;

  @ApiProperty({ type: 'integer' })
  revision!: number;

  assignee!: string | null;

  /** Queries take it as `minPosition`. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

export class ExceptionFileResponse {
  name!: string;

  mediaType!: string;

  /** SHA-256 of the content, in hex. */
  contentHash!: string;

  contentBase64!: string;
}

export function workResponse(
  exceptionId: string,
  { work, position }: LoadedWork,
): ExceptionWorkResponse {
  const { state, revision, assignment } = work;
  const assignee = assignment?.assignee ?? null;
  return { exceptionId, state, revision, assignee, position: formatPosition(position) };
}
