import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  ApiKeys,
  ByMerchant,
  type Caller,
  cookieOf,
  ENDED_COOKIE,
  Problem,
  Public,
  ROLES,
  Roles,
  tokenOf,
  WrongKeys,
} from '#platform';
import { SessionBook } from './session-book.js';
import { SingleSignOn } from './single-sign-on/single-sign-on.js';
import { SignIns, type Enrolled } from './sign-ins.js';
import { EnrolmentRequest, SignInRequest } from './session.request.js';

type Request = {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
};
/** What Node received, before a session's token was put in. */
type Raw = { readonly raw: { readonly rawHeaders: readonly string[] } };
type Reply = { header(name: string, value: string): unknown };

/** Who is signed in, and until when; null without a session. */
type SessionAnswer = {
  readonly caller: Caller | null;
  readonly idleEndsAt: string | null;
  readonly endsAt: string | null;
  /** Whether people may sign in at a provider of identities. */
  readonly hasSingleSignOn?: boolean;
};

const SIGNED_OUT: SessionAnswer = { caller: null, idleEndsAt: null, endsAt: null };

/** Signs people in at the console: a key, or name, password and code become a cookie. */
@ApiExcludeController()
@Controller('session')
export class SessionController {
  readonly #wrong = new WrongKeys({ attemptsMax: 20 });

  constructor(
    private readonly keys: ApiKeys,
    private readonly book: SessionBook,
    private readonly signIns: SignIns,
    private readonly singleSignOn: SingleSignOn,
  ) {}

  /**
   * The key comes as with any request, so that wrong ones are counted and bounded as always. A
   * session is no key here: by its cookie alone it could be begun again for ever.
   */
  @Post()
  @HttpCode(200)
  @Roles(...ROLES)
  @ByMerchant()
  async signIn(
    @Req() { headers, raw }: Request & Raw,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SessionAnswer> {
    if (!sentKey(raw.rawHeaders)) throw new Problem('unauthenticated');
    const key = headers['authorization'];
    // Just started, it may not have heard yet of the keys of its own variable.
    await this.book.heard(() => this.keys.keyOf(key) !== null);
    const keyId = this.keys.keyOf(key)?.keyId ?? '';
    return this.#begin({ keyId }, headers, reply);
  }

  /** Name, password and a code; wrong ones are counted by address, and by person. */
  @Post('password')
  @HttpCode(200)
  @Public()
  async signInByPassword(
    @Body() proof: SignInRequest,
    @Req() { headers, ip }: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SessionAnswer> {
    const proven = await this.signIns.prove(proof).catch((error: unknown) => {
      if (!(error instanceof Problem) || error.code !== 'unauthenticated') throw error;
      const seconds = this.#wrong.note(ip, '');
      if (seconds === 0) throw new Problem('sign-in-refused');
      return seconds * 1000;
    });
    if (typeof proven === 'number') {
      reply.header('retry-after', String(Math.ceil(proven / 1000)));
      throw new Problem('too-many-wrong-keys');
    }
    return this.#begin({ person: proven.person }, headers, reply);
  }

  /** Sets a password with an invitation; what the person keeps is shown once. */
  @Post('credentials')
  @HttpCode(200)
  @Public()
  enrol(@Body() { invitation, password }: EnrolmentRequest): Promise<Enrolled> {
    return this.signIns.enrol(invitation, password);
  }

  /**
   * Anyone may ask: a page that is opened has to know whether to ask for a key. Of a key that is
   * sent it says nothing: where no key is needed, wrong ones are not counted.
   */
  @Get()
  @Public()
  session(@Req() { headers }: Request): SessionAnswer {
    const token = tokenOf(headers);
    const answer = token === null ? SIGNED_OUT : this.#answer(token);
    return { ...answer, hasSingleSignOn: this.singleSignOn.isConfigured };
  }

  @Delete()
  @HttpCode(204)
  @Public()
  async signOut(
    @Req() { headers }: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<void> {
    await this.#end(headers);
    reply.header('set-cookie', ENDED_COOKIE);
    reply.header('clear-site-data', '"cache", "storage"');
  }

  /** With a new token; the one that the browser had is ended. */
  async #begin(
    owner: Parameters<SessionBook['open']>[0],
    headers: Request['headers'],
    reply: Reply,
  ): Promise<SessionAnswer> {
    await this.#end(headers);
    const token = await this.book.open(owner);
    reply.header('set-cookie', cookieOf(token));
    return this.#answer(token);
  }

  async #end(headers: Request['headers']): Promise<void> {
    const token = tokenOf(headers);
    const session = token === null ? null : this.keys.session(token);
    if (session) await this.book.end(session.sessionId, session.person ?? session.keyId ?? '');
  }

  #answer(token: string): SessionAnswer {
    const used = this.keys.useSession(token);
    if (!used) return SIGNED_OUT;
    const { caller, idleEndMs, session } = used;
    return { caller, idleEndsAt: new Date(idleEndMs).toISOString(), endsAt: session.endsAt };
  }
}

function sentKey(rawHeaders: readonly string[]): boolean {
  return rawHeaders.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization');
}
