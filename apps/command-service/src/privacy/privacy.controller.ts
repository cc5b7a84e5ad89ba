import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Caller, ProblemResponse, Roles } from '#platform';
import { erasuresOf } from './erasure-stream.js';
import { Erasures } from './erasures.js';
import { EXPORT_POLICY, exportPage } from './export-page.js';
import { ErasureRequest, SubjectParams, SubjectQuery } from './privacy.request.js';
import { subjectOf } from './replay-erasures.js';
import {
  ErasureResponse,
  SubjectExportResponse,
  SubjectStatusResponse,
} from './privacy.response.js';
import { Sealing } from '../sealing/sealing.js';
import { SubjectExports } from './subject-export.js';

/** What people may ask of data about them: to see it, and to have it erased. */
@ApiTags('privacy')
@ApiBearerAuth()
@Roles('operator')
@Controller('v1/privacy/subjects/:customerId')
export class PrivacyController {
  constructor(
    private readonly erasures: Erasures,
    private readonly exports: SubjectExports,
    private readonly sealing: Sealing,
  ) {}

  @Post('erasure')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Destroy the keys of a customer’s personal texts',
    description: 'A repeat answers what was done. Refused while money of the customer is open.',
  })
  @ApiOkResponse({ type: ErasureResponse })
  @ApiResponse({ status: 404, description: 'No payment of this customer', type: ProblemResponse })
  @ApiResponse({ status: 409, description: 'Money is open', type: ProblemResponse })
  @ApiResponse({ status: 501, description: 'Nothing is sealed here', type: ProblemResponse })
  async erase(
    @Param() { customerId }: SubjectParams,
    @Body() { client, reason }: ErasureRequest,
    @Caller() { client: person }: Caller,
  ): Promise<ErasureResponse> {
    const done = await this.erasures.erase({ client, customerId }, { reason, person });
    const { erasureId, requestedBy, payments, requestedAt } = done.requested;
    const { receipt, erasedAt } = done.erased;
    const { verifierKey } = this.sealing.receipts();
    const said = { erasureId, client, customerId, reason: done.requested.reason, requestedBy };
    return { ...said, payments, requestedAt, erasedAt, receipt, verifierKey };
  }

  @Get()
  @ApiOperation({ summary: 'Whether a customer’s texts are sealed, and were erased' })
  @ApiOkResponse({ type: SubjectStatusResponse })
  @ApiResponse({ status: 501, description: 'Nothing is sealed here', type: ProblemResponse })
  async status(
    @Param() { customerId }: SubjectParams,
    @Query() { client }: SubjectQuery,
  ): Promise<SubjectStatusResponse> {
    const subject = { client, customerId };
    const keys = this.erasures.vault().statusOf(subjectOf(subject));
    const recorded = erasuresOf(await this.erasures.recorded(), subject);
    return {
      ...subject,
      keys: keys.map(({ state, atMs }) => ({ state, since: new Date(atMs).toISOString() })),
      erasures: recorded.length,
      lastErasedAt: recorded.at(-1)?.erased?.erasedAt ?? null,
    };
  }

  @Get('export')
  @ApiOperation({ summary: 'All that is kept of a customer' })
  @ApiOkResponse({ type: SubjectExportResponse })
  export(
    @Param() { customerId }: SubjectParams,
    @Query() { client }: SubjectQuery,
  ): Promise<SubjectExportResponse> {
    return this.exports.of({ client, customerId });
  }

  @Get('page')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', EXPORT_POLICY)
  @ApiOperation({ summary: 'The same as a page to read' })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async page(
    @Param() { customerId }: SubjectParams,
    @Query() { client }: SubjectQuery,
  ): Promise<string> {
    return exportPage(await this.exports.of({ client, customerId }));
  }
}
