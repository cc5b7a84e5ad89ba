import { Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  Caller,
  cookieOf,
  ENDED_COOKIE,
  Problem,
  Public,
  ROLES,
  Roles,
  Sessions,
  tokenOf,
} from '#platform';

type Request = { readonly headers: Readonly<Record<string, string | undefined>> };
/** What Node received, before a session's key was put in. */
type Raw = { readonly raw: { readonly rawHeaders: readonly string[] } };
type Reply = { header(name: string, value: string): unknown };

/** Who is signed in, and until when; null without a session. */
type SessionAnswer = {
  readonly caller: Caller | null;
  readonly idleEndsAt: string | null;
  readonly endsAt: string | null;
};

const SIGNED_OUT: SessionAnswer = { caller: null, idleEndsAt: null, endsAt: null };

/** Signs people in at the console: an API key becomes a cookie that no script can read. */
@ApiExcludeController()
@Controller('session')
export class SessionController {
  constructor(private readonly sessions: Sessions) {}

  /**
   * The key comes as with any request, so that wrong ones are counted and bounded as always. A
   * session is no key here: by its cookie alone it could be begun again for ever.
   */
  @Post()
  @HttpCode(200)
  @Roles(...ROLES)
  signIn(
    @Caller() caller: Caller,
    @Req() { headers, raw }: Request & Raw,
    @Res({ passthrough: true }) reply: Reply,
  ): SessionAnswer {
    if (!sentKey(raw.rawHeaders)) throw new Problem('unauthenticated');
    const before = tokenOf(headers);
    if (before !== null) this.sessions.close(before);
    const key = String(headers['authorization']).replace(/^Bearer +/i, '');
    const token = this.sessions.open(caller, key.trim());
    reply.header('set-cookie', cookieOf(token));
    return this.#answer(token);
  }

  /**
   * Anyone may ask: a page that is opened has to know whether to ask for a key. Of a key that is
   * sent it says nothing: where no key is needed, wrong ones are not counted.
   */
  @Get()
  @Public()
  session(@Req() { headers }: Request): SessionAnswer {
    const token = tokenOf(headers);
    return token === null ? SIGNED_OUT : this.#answer(token);
  }

  @Delete()
  @HttpCode(204)
  @Public()
  signOut(@Req() { headers }: Request, @Res({ passthrough: true }) reply: Reply): void {
    const token = tokenOf(headers);
    if (token !== null) this.sessions.close(token);
    reply.header('set-cookie', ENDED_COOKIE);
    reply.header('clear-site-data', '"cache", "storage"');
  }

  #answer(token: string): SessionAnswer {
    const session = this.sessions.use(token);
    if (!session) return SIGNED_OUT;
    const { caller, idleEndMs, endMs } = session;
    return {
      caller,
      idleEndsAt: new Date(idleEndMs).toISOString(),
      endsAt: new Date(endMs).toISOString(),
    };
  }
}

function sentKey(rawHeaders: readonly string[]): boolean {
  return rawHeaders.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization');
}
