import { Controller, Get, HttpCode, Param, Post, Query as Queried, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { formatPosition } from '#event-store';
import { Noted, Roles } from '#platform';
import { VIEW_NAMES } from './names.js';
import { Query } from './query.decorator.js';
import { Rebuilds } from './rebuilds.js';
import { RebuildQuery, ViewsQuery } from './views.request.js';
import {
  RebuildResponse,
  SetAsidesResponse,
  ViewDigestResponse,
  ViewResponse,
  ViewsResponse,
} from './views.response.js';
import { Views } from './views.js';

type Reply = { status(code: number): unknown };

@Query('views')
@Roles('analyst', 'auditor', 'reconciler', 'approver', 'operator')
@Controller('v1/views')
export class ViewsController {
  constructor(
    private readonly views: Views,
    private readonly rebuilds: Rebuilds,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The views this process builds, and how far they are' })
  @ApiOkResponse({ type: ViewsResponse })
  async all(@Queried() { digest }: ViewsQuery): Promise<ViewsResponse> {
    const items = await Promise.all(this.views.names.map((name) => this.#view(name, digest)));
    return { items, head: await this.views.head() };
  }

  @Get(':name')
  @ApiParam({ name: 'name', enum: VIEW_NAMES })
  @ApiOperation({ summary: 'One view, and how far it is' })
  @ApiOkResponse({ type: ViewResponse })
  async one(@Param('name') name: string, @Queried() { digest }: ViewsQuery): Promise<ViewResponse> {
    return await this.#view(name, digest);
  }

  @Get(':name/digest')
  @ApiParam({ name: 'name', enum: VIEW_NAMES })
  @ApiOperation({ summary: 'One number for all rows of a view' })
  @ApiOkResponse({ type: ViewDigestResponse })
  async digest(@Param('name') name: string): Promise<ViewDigestResponse> {
    const { projection } = this.views.runnerOf(name);
    const { result, position } = await this.views.digest(projection);
    return { name, projection: projection.name, ...result, position };
  }

  @Get(':name/set-aside')
  @ApiParam({ name: 'name', enum: VIEW_NAMES })
  @ApiOperation({ summary: 'What a view could not apply and goes on without' })
  @ApiOkResponse({ type: SetAsidesResponse })
  async setAside(@Param('name') name: string): Promise<SetAsidesResponse> {
    const asides = await this.views.setAside(this.views.runnerOf(name).projection);
    const items = asides.map(({ unit: _unit, revision, position, ...aside }) => ({
      ...aside,
      revision: revision.toString(),
      position: formatPosition(position),
    }));
    return { name, items };
  }

  @Post(':name/rebuild')
  @Noted()
  @Roles('operator')
  @HttpCode(200)
  @ApiParam({ name: 'name', enum: VIEW_NAMES })
  @ApiOperation({ summary: 'Build a view again beside the live one, compare both and swap them' })
  @ApiOkResponse({ type: RebuildResponse, description: 'It has ended.' })
  @ApiResponse({ status: 202, type: RebuildResponse, description: 'It goes on; see the view.' })
  @ApiResponse({ status: 409, description: 'It is being rebuilt already.' })
  async rebuild(
    @Param('name') name: string,
    @Queried() { waitMs }: RebuildQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<RebuildResponse> {
    const rebuild = await this.rebuilds.begin(name, waitMs);
    if (rebuild.status === 'running') reply.status(202);
    return rebuild;
  }

  @Post(':name/check')
  @Noted()
  @Roles('auditor', 'operator')
  @HttpCode(200)
  @ApiParam({ name: 'name', enum: VIEW_NAMES })
  @ApiOperation({
    summary: 'Build a view again beside the live one and compare both; the live one stays',
    description: 'Names the rows that are not what the events say.',
  })
  @ApiOkResponse({ type: RebuildResponse, description: 'It has ended.' })
  @ApiResponse({ status: 202, type: RebuildResponse, description: 'It goes on; see the view.' })
  @ApiResponse({ status: 409, description: 'It is being rebuilt already.' })
  async check(
    @Param('name') name: string,
    @Queried() { waitMs }: RebuildQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<RebuildResponse> {
    const check = await this.rebuilds.begin(name, waitMs, { swap: false });
    if (check.status === 'running') reply.status(202);
    return check;
  }

  async #view(name: string, digest: 'true' | 'false' = 'false'): Promise<ViewResponse> {
    const { projection, state } = this.views.runnerOf(name);
    const { length: setAside } = await this.views.setAside(projection);
    const hashed = digest === 'true' ? await this.views.digest(projection) : null;
    return {
      name,
      projection: projection.name,
      ...state,
      ...(await this.views.progressOf(projection)),
      setAside,
      rebuild: this.rebuilds.lastOf(name),
      digest: hashed && hashed.result,
    };
  }
}
