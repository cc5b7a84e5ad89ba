import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { callerWith, type OpenSession } from '#access';
import {
  ApiKeys,
  ByMerchant,
  Caller,
  Noted,
  personOf,
  Problem,
  Roles,
  ROLES,
  UuidPipe,
} from '#platform';
import { AccessRights } from './access-rights.js';
import { SessionBook } from './session-book.js';

export class SessionResponse {
  sessionId!: string;

  /** Null: it began with a key. */
  @ApiProperty({ type: String, nullable: true })
  person!: string | null;

  @ApiProperty({ type: String, nullable: true })
  keyId!: string | null;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  /** To within some minutes. */
  @ApiProperty({ format: 'date-time' })
  usedAt!: string;

  @ApiProperty({ format: 'date-time' })
  endsAt!: string;
}

export class SessionsResponse {
  /** The oldest first; one that was idle for long may still be listed, and opens nothing. */
  @ApiProperty({ type: [SessionResponse] })
  items!: SessionResponse[];
}

/** Sessions of browsers: one's own, and everybody's for administrators. */
@ApiTags('access-sessions')
@ApiBearerAuth()
@Roles(...ROLES)
@ByMerchant()
@Controller('v1/access/sessions')
export class SessionsController {
  constructor(
    private readonly keys: ApiKeys,
    private readonly rights: AccessRights,
    private readonly book: SessionBook,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Open sessions: your own, or everybody’s for an administrator' })
  @ApiOkResponse({ type: SessionsResponse })
  async sessions(@Caller() caller: Caller): Promise<SessionsResponse> {
    return { items: (await this.#visible(caller)).map(sessionResponse) };
  }

  @Post(':sessionId/end')
  @HttpCode(200)
  @Noted()
  @ApiOperation({ summary: 'End a session, in every service within moments' })
  @ApiOkResponse({ type: SessionResponse })
  async end(
    @Param('sessionId', UuidPipe) sessionId: string,
    @Caller() caller: Caller,
  ): Promise<SessionResponse> {
    const session = (await this.#visible(caller)).find((each) => each.sessionId === sessionId);
    if (!session) throw new Problem('not-found', `no open session ${sessionId}`);
    await this.book.end(sessionId, personOf(caller));
    return sessionResponse(session);
  }

  async #visible(caller: Caller): Promise<readonly OpenSession[]> {
    if (caller.role === 'admin') return this.keys.sessions;
    const own = personOf(caller);
    const { byId } = (await this.rights.state()).keys;
    return this.keys.sessions.filter(({ person, keyId }) => {
      const key = byId.get(keyId ?? '');
      return (person ?? (key && personOf(callerWith(key)))) === own;
    });
  }
}

function sessionResponse(session: OpenSession): SessionResponse {
  const { sessionId, person, keyId, openedAt, usedAt, endsAt } = session;
  return { sessionId, person, keyId, openedAt, usedAt, endsAt };
}
