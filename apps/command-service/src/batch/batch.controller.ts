import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CommandBus } from '@nestjs/cqrs';
import { comparePositions, formatPosition, POSITION_START, type Position } from '#event-store';
import { Problem, ProblemResponse, Roles, type ProblemDocument } from '#platform';
import { Log } from '../log.js';
import type { HttpRequest } from '../payment/http-request.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { problemOf } from '../problem-details.js';
import { commandOf } from './batch-command.js';
import { BatchRequest } from './batch.request.js';
import { BatchResponse, type BatchResult } from './batch.response.js';

/** Bytes of a full batch of long commands. */
export const BATCH_BYTES_MAX = 4 * 1024 * 1024;
export const BATCH_PATH = '/v1/batch';

@ApiTags('commands')
@ApiBearerAuth()
@Roles('service')
@Controller('v1/batch')
export class BatchController {
  constructor(
    private readonly commandBus: CommandBus,
    private readonly log: Log,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Up to 1,000 commands; each is recorded before the answer, or refused by itself',
  })
  @ApiOkResponse({ type: BatchResponse })
  @ApiResponse({ status: 400, description: 'Malformed', type: ProblemResponse })
  async batch(
    @Body() { commands }: BatchRequest,
    @Req() request: HttpRequest,
  ): Promise<BatchResponse> {
    let last = POSITION_START;
    const results = await Promise.all(
      commands.map(async (item): Promise<BatchResult> => {
        try {
          const command = await commandOf(item, request);
          const { paymentId, position } = await this.commandBus.execute<LoadedPayment>(command);
          last = laterOf(last, position);
          return { outcome: 'accepted', paymentId, problem: null };
        } catch (error) {
          return { outcome: 'refused', paymentId: null, problem: this.#problemOf(error) };
        }
      }),
    );
    return { results, position: formatPosition(last) };
  }

  #problemOf(error: unknown): ProblemDocument {
    if (error instanceof Problem) return error.toDocument();
    const known = problemOf(error);
    if (known) return known;
    this.log.error({ err: error }, 'command of a batch failed');
    return new Problem('internal-error').toDocument();
  }
}

function laterOf(a: Position, b: Position): Position {
  return comparePositions(a, b) < 0 ? b : a;
}
