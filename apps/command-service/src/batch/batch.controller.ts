import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ByMerchant, ProblemResponse, Roles } from '#platform';
import { Sender } from '../http/keyed-command.js';
import { BatchRequest } from './batch.request.js';
import { BatchResponse } from './batch.response.js';
import { Batches } from './batches.js';

/** Bytes of a full batch of long commands. */
export const BATCH_BYTES_MAX = 4 * 1024 * 1024;
export const BATCH_PATH = '/v1/batch';

@ApiTags('commands')
@ApiBearerAuth()
@Roles('service')
@ByMerchant()
@Controller('v1/batch')
export class BatchController {
  constructor(private readonly batches: Batches) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Up to 1,000 commands; each is recorded before the answer, or refused by itself',
  })
  @ApiOkResponse({ type: BatchResponse })
  @ApiResponse({ status: 400, description: 'Malformed', type: ProblemResponse })
  batch(@Body() { commands }: BatchRequest, @Sender() sender: Sender): Promise<BatchResponse> {
    return this.batches.run(commands, sender);
  }
}
