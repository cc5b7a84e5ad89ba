import type { IncomingMessage } from 'node:http';
import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Caller, personOf, Problem, ProblemResponse, Roles } from '#platform';
import { Imports } from './imports.js';
import { ImportPageQuery, ImportQuery } from './imports.request.js';
import {
  differingResponse,
  DifferingPageResponse,
  ImportPageResponse,
  importResponse,
  ImportResponse,
  previewResponse,
  PreviewResponse,
  refusedResponse,
  RefusedPageResponse,
} from './imports.response.js';

const ITEMS_USUAL = 50;

const UNREADABLE = { description: 'Nothing of the file may be believed', type: ProblemResponse };

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

type Upload = { readonly raw: IncomingMessage };

@ApiTags('imports')
@ApiBearerAuth()
@Controller('v1/imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Post()
  @HttpCode(202)
  @Roles('operator', 'reconciler')
  @ApiOperation({
    summary: 'Records the lines of a statement file, each once; the same file again goes on',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  @ApiAcceptedResponse({ type: ImportResponse })
  @ApiUnprocessableEntityResponse(UNREADABLE)
  async run(
    @Query() query: ImportQuery,
    @Req() upload: Upload,
    @Caller() caller: Caller,
  ): Promise<ImportResponse> {
    const body = bodyOf(upload);
    return importResponse(await this.imports.start(body, query, personOf(caller)));
  }

  @Post('preview')
  @HttpCode(200)
  @Roles('operator', 'reconciler', 'auditor')
  @ApiOperation({ summary: 'What a statement file holds; nothing of it is recorded' })
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  @ApiOkResponse({ type: PreviewResponse })
  @ApiUnprocessableEntityResponse(UNREADABLE)
  async preview(@Query() query: ImportQuery, @Req() upload: Upload): Promise<PreviewResponse> {
    return previewResponse(await this.imports.preview(bodyOf(upload), query));
  }

  @Get()
  @Roles('operator', 'reconciler', 'auditor')
  @ApiOperation({ summary: 'Imports, the latest first' })
  @ApiOkResponse({ type: ImportPageResponse })
  async list(@Query() query: ImportPageQuery): Promise<ImportPageResponse> {
    const { limit, cursor } = pageOf(query);
    const { items, nextCursor } = await this.imports.records.list(limit, cursor);
    return { items: items.map(importResponse), nextCursor };
  }

  @Get(':importId')
  @Roles('operator', 'reconciler', 'auditor')
  @ApiOperation({ summary: 'One import: what its file holds, and what became of it' })
  @ApiOkResponse({ type: ImportResponse })
  async read(@Param('importId') importId: string): Promise<ImportResponse> {
    return importResponse(await this.imports.records.get(known(importId)));
  }

  @Get(':importId/refused')
  @Roles('operator', 'reconciler', 'auditor')
  @ApiOperation({ summary: 'Lines that could not be read, whole and with the reason' })
  @ApiOkResponse({ type: RefusedPageResponse })
  async refused(
    @Param('importId') importId: string,
    @Query() query: ImportPageQuery,
  ): Promise<RefusedPageResponse> {
    const { records } = this.imports;
    const page = await records.lines(known(importId), 'ImportLineRefused', pageOf(query));
    return { ...page, items: page.items.map(refusedResponse) };
  }

  @Get(':importId/differing')
  @Roles('operator', 'reconciler', 'auditor')
  @ApiOperation({ summary: 'Lines that say something else than what was recorded before' })
  @ApiOkResponse({ type: DifferingPageResponse })
  async differing(
    @Param('importId') importId: string,
    @Query() query: ImportPageQuery,
  ): Promise<DifferingPageResponse> {
    const { records } = this.imports;
    const page = await records.lines(known(importId), 'ImportLineDiffered', pageOf(query));
    return { ...page, items: page.items.map(differingResponse) };
  }
}

/** @throws Problem `not-found` for what is no id of an import. */
function known(importId: string): string {
  if (/^[0-9a-f]{64}$/.test(importId)) return importId;
  throw new Problem('not-found', 'an import is named by the SHA-256 of its file, 64 digits');
}

/** @throws Problem `media-type-unsupported` */
function bodyOf({ raw }: Upload): IncomingMessage {
  if (raw.headers['content-type']?.startsWith('application/octet-stream')) return raw;
  const detail = 'Send the file as it is, with Content-Type: application/octet-stream.';
  throw new Problem('media-type-unsupported', detail);
}

function pageOf({ limit = ITEMS_USUAL, cursor }: ImportPageQuery) {
  return { limit, ...(cursor !== undefined && { cursor: BigInt(cursor) }) };
}
