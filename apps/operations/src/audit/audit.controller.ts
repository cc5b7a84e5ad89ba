import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Noted, Problem, Roles, UuidPipe } from '#platform';
import { AuditLog } from './audit-log.js';
import { evidenceOf } from './audit-evidence.js';
import { consistencyOf, inclusionOf, leavesOf } from './audit-proofs.js';
import {
  CheckpointsQuery,
  ConsistencyQuery,
  InclusionQuery,
  LeavesQuery,
} from './audit.request.js';
import {
  AuditKeyResponse,
  AuditStatusResponse,
  CheckpointResponse,
  CheckpointsResponse,
  ConsistencyResponse,
  EvidenceResponse,
  InclusionResponse,
  LeavesResponse,
} from './audit.response.js';
import type { KeptHead } from './head-stream.js';

@ApiTags('audit')
@ApiBearerAuth()
@Roles('auditor', 'operator')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditLog) {}

  @Get('status')
  @ApiOperation({
    summary: 'How far the tree is, and whether anything shows that the store changed',
  })
  @ApiOkResponse({ type: AuditStatusResponse })
  status(): AuditStatusResponse {
    const { tree, keys, lastHead, trouble, finding, readToEndMs } = this.audit;
    return {
      origin: keys.origin,
      leaves: tree.size,
      readToEndAt: readToEndMs === null ? null : new Date(readToEndMs).toISOString(),
      lastHead: lastHead && checkpointResponse(lastHead),
      trouble,
      finding: finding?.message ?? null,
    };
  }

  @Get('keys')
  @ApiOperation({
    summary: 'The public keys of the heads',
    description: 'A key that comes with what it signs proves little: hand it over some other way.',
  })
  @ApiOkResponse({ type: [AuditKeyResponse] })
  keys(): AuditKeyResponse[] {
    const { known, signers } = this.audit.keys;
    return known.map((key, index) => ({ key: key.toString(), signsNow: index < signers.length }));
  }

  @Get('checkpoints')
  @ApiOperation({ summary: 'The signed heads, the latest first' })
  @ApiOkResponse({ type: CheckpointsResponse })
  async checkpoints(@Query() { limit, cursor }: CheckpointsQuery): Promise<CheckpointsResponse> {
    const page = await this.audit.heads.page(limit, cursor);
    return { items: page.heads.map(checkpointResponse), nextCursor: page.next };
  }

  @Post('checkpoints')
  @Noted()
  @HttpCode(200)
  @Roles('operator', 'auditor')
  @ApiOperation({
    summary: 'Signs a head of all there is now',
    description: 'Answers with the last one when nothing happened since.',
  })
  @ApiOkResponse({ type: CheckpointResponse })
  async sign(): Promise<CheckpointResponse> {
    const head = await this.audit.sign();
    if (head) return checkpointResponse(head);
    throw new Problem('conflict', 'there is no event yet, so that there is nothing to sign');
  }

  @Get('events/:eventId')
  @Roles('auditor')
  @ApiOperation({
    summary: 'An event as it is stored, its proof, and the head that the proof leads to',
    description: 'A reader checks it alone: with the bytes, the hashes and the log’s key.',
  })
  @ApiOkResponse({ type: EvidenceResponse })
  @ApiNotFoundResponse({ description: 'No such event, or no head covers it yet' })
  async evidence(@Param('eventId', UuidPipe) eventId: string): Promise<EvidenceResponse> {
    return evidenceOf(this.audit, eventId);
  }

  @Get('proofs/inclusion')
  @ApiOperation({ summary: 'That an event is a leaf of a head’s tree' })
  @ApiOkResponse({ type: InclusionResponse })
  inclusion(@Query() query: InclusionQuery): InclusionResponse {
    return inclusionOf(this.audit, query);
  }

  @Get('proofs/consistency')
  @ApiOperation({ summary: 'That a head’s tree is the beginning of a later one' })
  @ApiOkResponse({ type: ConsistencyResponse })
  consistency(@Query() query: ConsistencyQuery): ConsistencyResponse {
    return consistencyOf(this.audit, query);
  }

  @Get('leaves')
  @Noted()
  @ApiOperation({
    summary: 'Hashes of leaves, in log order',
    description: 'With all of a head’s leaves its root can be computed: then they are proven.',
  })
  @ApiOkResponse({ type: LeavesResponse })
  leaves(@Query() query: LeavesQuery): LeavesResponse {
    return leavesOf(this.audit, query);
  }
}

function checkpointResponse({
  origin,
  size,
  rootHash,
  signedAt,
  note,
}: KeptHead): CheckpointResponse {
  return { origin, size, rootHash, signedAt, note };
}
