import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { openContradictions, PAYMENT_STREAM_PREFIX } from '#payments';
import { Roles } from '#platform';
import { PaymentStreams } from '../payment/payment-streams.js';
import { UNREADABLE } from '../resume/attention-list.js';
import { Resumer } from '../resume/resumer.js';
import { AttentionResponse } from './attention.response.js';

const ITEMS_MAX = 100;

/** What is unfinished, and what a person was asked to look at. */
@ApiTags('operation')
@ApiBearerAuth()
@Roles('operator', 'auditor')
@Controller('v1/attention')
export class AttentionController {
  constructor(
    private readonly resumer: Resumer,
    private readonly streams: PaymentStreams,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Unfinished payments and deliveries, the longest quiet first' })
  @ApiOkResponse({ type: AttentionResponse })
  async attention(): Promise<AttentionResponse> {
    const items = await Promise.all(
      this.resumer.unfinished(ITEMS_MAX).map(async (unfinished) => ({
        ...unfinished,
        escalated: unfinished.open.includes(UNREADABLE)
          ? [UNREADABLE]
          : await this.#escalated(unfinished.stream),
      })),
    );
    return { items, unfinished: this.resumer.open };
  }

  async #escalated(stream: string): Promise<string[]> {
    if (!stream.startsWith(PAYMENT_STREAM_PREFIX)) return [];
    const { payment } = await this.streams.load(stream.slice(PAYMENT_STREAM_PREFIX.length));
    return [...payment.escalated, ...openContradictions(payment).map(([id]) => id)];
  }
}
