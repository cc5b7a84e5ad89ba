import type { IncomingMessage } from 'node:http';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
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
import {
  CsvMappingRequest,
  ImportPageQuery,
  ImportQuery,
  MAPPING_NAME,
  mappingOf,
} from './imports.request.js';
import {
  differingResponse,
  DifferingPageResponse,
  ImportPageResponse,
  importResponse,
  ImportResponse,
  mappingResponse,
  previewResponse,
  PreviewResponse,
  refusedResponse,
  RefusedPageResponse,
  SavedMappingResponse,
} from './imports.response.js';
import { StatementMappings } from './statement-mappings.js';

const ITEMS_USUAL = 50;

const UNREADABLE = { description: 'Nothing of the file may be believed', type: ProblemResponse };

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

type Upload = { readonly raw: IncomingMessage };

@ApiTags('imports')
@ApiBearerAuth()
@Controller('v1/imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly mappings: StatementMappings,
  ) {}

  @Post()
  @HttpCode(202)
  @Roles('operator')
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
  @Roles('operator', 'auditor')
  @ApiOperation({ summary: 'What a statement file holds; nothing of it is recorded' })
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  @ApiOkResponse({ type: PreviewResponse })
  @ApiUnprocessableEntityResponse(UNREADABLE)
  async preview(@Query() query: ImportQuery, @Req() upload: Upload): Promise<PreviewResponse> {
    return previewResponse(await this.imports.preview(bodyOf(upload), query));
  }

  @Get()
  @Roles('operator', 'auditor')
  @ApiOperation({ summary: 'Imports, the latest first' })
  @ApiOkResponse({ type: ImportPageResponse })
  async list(@Query() query: ImportPageQuery): Promise<ImportPageResponse> {
    const { limit, cursor } = pageOf(query);
    const { items, nextCursor } = await this.imports.records.list(limit, cursor);
    return { items: items.map(importResponse), nextCursor };
  }

  @Get('mappings')
  @Roles('operator', 'auditor')
  @ApiOperation({ summary: 'Mappings of banks’ CSV files, each in its last version' })
  @ApiOkResponse({ type: [SavedMappingResponse] })
  async savedMappings(): Promise<SavedMappingResponse[]> {
    return (await this.mappings.all()).map(mappingResponse);
  }

  @Put('mappings/:name')
  @Roles('operator')
  @ApiOperation({ summary: 'Saves a mapping; another one by the same name is a new version' })
  @ApiOkResponse({ type: SavedMappingResponse })
  async saveMapping(
    @Param('name') name: string,
    @Body() body: CsvMappingRequest,
    @Caller() caller: Caller,
  ): Promise<SavedMappingResponse> {
    if (!MAPPING_NAME.test(name)) {
      const message = 'must be 1 to 64 small letters, digits and dashes';
      throw new Problem('request-invalid', undefined, [{ field: 'name', message }]);
    }
    return mappingResponse(await this.mappings.save(name, mappingOf(body), personOf(caller)));
  }

  @Get(':importId')
  @Roles('operator', 'auditor')
  @ApiOperation({ summary: 'One import: what its file holds, and what became of it' })
  @ApiOkResponse({ type: ImportResponse })
  async read(@Param('importId') importId: string): Promise<ImportResponse> {
    return importResponse(await this.imports.records.get(known(importId)));
  }

  @Get(':importId/refused')
  @Roles('operator', 'auditor')
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
  @Roles('operator', 'auditor')
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
