import { eventually } from '../../test/support/eventually.js';
import { askFor, type Answer, type Call } from './ask.js';
import { documentOf, operationsOf, type Operation, type Service } from './document.js';
import type { Example, Json } from './file.js';
import { refusalsToTry } from './refusals.js';

type Recorded = { -readonly [Part in keyof Example]: Example[Part] };

export type Keys = Readonly<Record<string, { readonly key: string }>>;

/** Of an answer in the list of failures. */
const SHOWN_MAX = 400;

/** How far a view has to be for what was commanded last. */
export type Freshness = { position: string | null };

/** Calls the operations of one service and keeps the first answer of each kind. */
export class ServiceRecorder {
  readonly #operations: ReadonlyMap<string, Operation>;
  readonly #examples = new Map<string, Recorded>();
  /** What did not go as the script wants it. */
  readonly failures: string[] = [];
  readonly #visited = new Map<string, Call>();
  #calls = 0;

  constructor(
    private readonly service: Service,
    private readonly url: string,
    private readonly keys: Keys,
    private readonly fresh: Freshness,
  ) {
    this.#operations = operationsOf(documentOf(service));
  }

  /** By operation, in the order of the document. */
  get examples(): Record<string, Example> {
    const known = [...this.#operations.keys()].filter((place) => this.#examples.has(place));
    return Object.fromEntries(known.map((place) => [place, this.#examples.get(place) ?? {}]));
  }

  /** Keeps what is answered; a refusal is a failure, and the script goes on. */
  async visit(place: string, call: Call): Promise<Json> {
    const answer = await this.#ask(place, call);
    if (answer.status < 300) this.#keepSuccess(place, call, answer);
    else this.#failed(place, answer);
    return answer.body as Json;
  }

  /** Prepares what is visited next; no example is made of it. */
  async prepare(place: string, call: Call): Promise<Json> {
    const answer = await this.#ask(place, call);
    if (answer.status >= 300) this.#failed(place, answer);
    return answer.body as Json;
  }

  /** Asks again until the answer is as wanted, and keeps that one. */
  async visitUntil(place: string, call: Call, isIt: (body: Json) => boolean): Promise<Json> {
    let last: Answer = { status: 0, type: '', body: {} };
    await eventually(async () => {
      last = await this.#ask(place, call);
      return last.status < 300 && isIt(last.body as Json);
    }).catch(() => undefined);
    if (last.status < 300 && isIt(last.body as Json)) this.#keepSuccess(place, call, last);
    else this.#failed(place, last);
    return last.body as Json;
  }

  /** Keeps the refusal; another code, or none, is a failure. */
  async refused(place: string, call: Call, code: string): Promise<void> {
    const answer = await this.#ask(place, call);
    if ((answer.body as Json)['code'] !== code) this.#failed(`${code} of ${place}`, answer);
    this.#keepProblem(place, answer);
    this.#request(place, call);
  }

  /** Asks visited operations that were never refused for what is not there, or wrongly. */
  async beRefused(): Promise<void> {
    for (const [place, call] of this.#visited) {
      if (this.#examples.get(place)?.problem) continue;
      const fields = this.#operations.get(place)?.parameters?.map(({ name }) => name) ?? [];
      for (const wrong of refusalsToTry(call, fields)) {
        const answer = await this.#ask(place, wrong);
        if (answer.status < 400 || answer.status >= 500) continue;
        this.#keepProblem(place, answer);
        break;
      }
    }
  }

  #failed(place: string, { status, body }: Answer): void {
    this.failures.push(`${place}: ${status} ${JSON.stringify(body).slice(0, SHOWN_MAX)}`);
  }

  async #ask(place: string, call: Call): Promise<Answer> {
    const operation = this.#operations.get(place);
    if (!operation) throw new Error(`${this.service} has no operation ${place}`);
    const fields = new Set(operation.parameters?.map(({ name }) => name));
    const { position } = this.fresh;
    const waits = fields.has('minPosition') && position !== null;
    const asked = waits
      ? { ...call, query: { minPosition: position, waitMs: '20000', ...call.query } }
      : call;
    const answer = await askFor(this.url, place, asked, this.#headers(call, fields));
    if (!(answer.status in operation.responses)) {
      this.#failed(`the document of ${place} does not have ${answer.status}`, answer);
    }
    return answer;
  }

  #headers({ as, headers }: Call, fields: ReadonlySet<string>): Record<string, string> {
    this.#calls += 1;
    return {
      ...(as !== undefined && { authorization: `Bearer ${this.keys[as]?.key ?? ''}` }),
      ...(fields.has('Idempotency-Key') && {
        'idempotency-key': `example-${this.service}-${this.#calls}`,
      }),
      ...headers,
    };
  }

  #keepSuccess(place: string, call: Call, { status, type, body }: Answer): void {
    const position = this.service === 'command-service' && (body as Json)['position'];
    if (typeof position === 'string') this.fresh.position = position;
    this.#visited.set(place, this.#visited.get(place) ?? call);
    const example = this.#of(place);
    const { content } = example.success ?? { content: {} };
    // A call for another form of the same answer adds it.
    example.success = example.success ?? { status, content };
    if (type !== '' && !(type in content)) {
      example.success = { status, content: { ...content, [type]: body } };
    }
    this.#request(place, call);
  }

  #keepProblem(place: string, { status, body }: Answer): void {
    this.#of(place).problem ??= { status, body };
  }

  /** What succeeded stands before what was refused. */
  #request(place: string, { body }: Call): void {
    if (body === undefined) return;
    const example = this.#of(place);
    if (example.success || example.request === undefined) example.request ??= body;
  }

  #of(place: string): Recorded {
    const known = this.#examples.get(place) ?? {};
    this.#examples.set(place, known);
    return known;
  }
}
