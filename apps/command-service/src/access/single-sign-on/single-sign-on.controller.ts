import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { cookieOf, Problem, Public, WrongKeys } from '#platform';
import { SessionBook } from '../session-book.js';
import { SingleSignOn } from './single-sign-on.js';

type Request = {
  readonly ip: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
};
type Reply = {
  header(name: string, value: string | string[]): Reply;
  redirect(address: string, status: number): unknown;
};

/** Lax: the browser comes back from another site. What it holds opens nothing by itself. */
const NAME = '__Host-assay-begun';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const ENDED = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;

/** Signs people in at a provider of identities, and takes them back to the console. */
@ApiExcludeController()
@Public()
@Controller('session/single-sign-on')
export class SingleSignOnController {
  readonly #wrong = new WrongKeys({ attemptsMax: 20 });

  constructor(
    private readonly singleSignOn: SingleSignOn,
    private readonly book: SessionBook,
  ) {}

  @Get()
  async begin(@Res() reply: Reply): Promise<void> {
    const { address, id } = await this.singleSignOn.begin();
    reply.header('set-cookie', `${NAME}=${id}; ${ATTRIBUTES}; Max-Age=600`);
    reply.redirect(address, 302);
  }

  /** A refusal is shown by the console, which tells it from the fragment of the address. */
  @Get('return')
  async end(@Req() { ip, url, headers }: Request, @Res() reply: Reply): Promise<void> {
    const at = url.indexOf('?');
    const query = at === -1 ? '' : url.slice(at);
    try {
      const { person } = await this.singleSignOn.end(idIn(headers['cookie']), query);
      const token = await this.book.open({ person });
      reply.header('set-cookie', [cookieOf(token), ENDED]);
      reply.redirect('/', 303);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'sign-in-refused') throw error;
      if (this.#wrong.note(ip, '') > 0) throw new Problem('too-many-wrong-keys');
      reply.header('set-cookie', ENDED);
      reply.redirect('/#refused=single-sign-on', 303);
    }
  }
}

function idIn(cookies = ''): string {
  const prefix = `${NAME}=`;
  const found = cookies.split(/; */).find((cookie) => cookie.startsWith(prefix));
  return found?.slice(prefix.length) ?? '';
}
