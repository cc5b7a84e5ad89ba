import { Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
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

  /** The person whose it is, however it began. */
  owner!: string;

  /** Whether it is the caller's. */
  isOwn!: boolean;

  /** Whether this request came with it. */
  isThis!: boolean;

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

const BEARER = /^Bearer +(\S+)$/i;

type OwnedSession = OpenSession & { readonly owner: string };
type Asked = { readonly own: string; readonly token: string };

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
  async sessions(
    @Caller() caller: Caller,
    @Headers('authorization') authorization = '',
  ): Promise<SessionsResponse> {
    const asked = askedBy(caller, authorization);
    const sessions = await this.#visible(caller);
    return { items: sessions.map((session) => this.#answer(session, asked)) };
  }

  @Post(':sessionId/end')
  @HttpCode(200)
  @Noted()
  @ApiOperation({ summary: 'End a session, in every service within moments' })
  @ApiOkResponse({ type: SessionResponse })
  async end(
    @Param('sessionId', UuidPipe) sessionId: string,
    @Caller() caller: Caller,
    @Headers('authorization') authorization = '',
  ): Promise<SessionResponse> {
    const asked = askedBy(caller, authorization);
    const session = (await this.#visible(caller)).find((each) => each.sessionId === sessionId);
    if (!session) throw new Problem('not-found', `no open session ${sessionId}`);
    const answer = this.#answer(session, asked);
    await this.book.end(sessionId, asked.own);
    return answer;
  }

  async #visible(caller: Caller): Promise<readonly OwnedSession[]> {
    const { byId } = (await this.rights.state()).keys;
    const owned = this.keys.sessions.map((session) => {
      const key = byId.get(session.keyId ?? '');
      const owner = session.person ?? (key ? personOf(callerWith(key)) : '');
      return { ...session, owner };
    });
    const seesAll = (caller.roles ?? [caller.role]).includes('admin');
    const own = personOf(caller);
    return seesAll ? owned : owned.filter(({ owner }) => owner === own);
  }

  #answer(session: OwnedSession, { own, token }: Asked): SessionResponse {
    const { sessionId, person, keyId, owner, openedAt, usedAt, endsAt } = session;
    const isThis = this.keys.session(token)?.sessionId === sessionId;
    const whose = { owner, isOwn: owner === own, isThis };
    return { sessionId, person, keyId, ...whose, openedAt, usedAt, endsAt };
  }
}

function askedBy(caller: Caller, authorization: string): Asked {
  return { own: personOf(caller), token: BEARER.exec(authorization)?.[1] ?? '' };
}
