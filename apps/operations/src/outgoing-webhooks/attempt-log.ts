import { randomUUID } from 'node:crypto';
import { DamagedFile, DerivedDatabase, type DerivedLog } from '#derived-files';
import type { AnswerBody } from './answer-body.js';
import type { Answer } from './send.js';
import type { TriedMessage } from './tried-message.js';

export const ATTEMPT_OUTCOMES = ['under-way', 'arrived', 'failed', 'gone', 'unknown'] as const;

/** `unknown`: it was under way when the process ended; the receiver may or may not have it. */
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** One attempt to deliver a message, as it is kept. */
export type Attempt = {
  /** Sorts as the attempts began. */
  readonly attemptId: string;
  readonly endpointId: string;
  readonly messageId: string;
  readonly type: string;
  readonly payment: { readonly paymentId: string; readonly order: string } | null;
  readonly url: string;
  readonly number: number;
  readonly startedMs: number;
  /** Which process made it: what it did not end is unknown to all others. */
  readonly run: string;
  readonly outcome: AttemptOutcome;
  readonly reason: string | null;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly durationMs: number | null;
  readonly nextAttemptMs: number | null;
};

export type Bodies = { readonly request: string; readonly answer: AnswerBody | null };

export type LoggedAttempt = Attempt & {
  /** Null when they are no longer kept. */
  readonly bodies: Bodies | null;
};

/** How long attempts are kept, and how long the bodies with them, which hold data. */
export type Retention = {
  readonly attemptsMs: number;
  readonly bodiesMs: number;
  /** Of all endpoints together; the oldest go first. */
  readonly attemptsMax: number;
};

export type AttemptFilter = {
  readonly outcome?: AttemptOutcome | undefined;
  readonly type?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly untilMs?: number | undefined;
  /** The last attempt of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
};

export type AttemptPage = {
  readonly attempts: readonly LoggedAttempt[];
  readonly next: string | null;
};

/** What one page looks at; it says where the next one goes on. */
const LOOKED_AT_MAX = 5_000;
const PRUNED_MAX = 5_000;
const HIGH = '\uffff';

/**
 * What was sent and answered, for those who look for a message. Nothing else depends on it:
 * damaged, it is begun again.
 */
export class AttemptLog {
  readonly #run = randomUUID();
  #began = 0;
  readonly #pending: (() => void)[] = [];
  #writing: Promise<void> = Promise.resolve();
  #count = 0;

  private constructor(
    private readonly database: DerivedDatabase,
    private readonly retention: Retention,
    private readonly log: DerivedLog,
  ) {}

  static async open(folder: string, retention: Retention, log: DerivedLog): Promise<AttemptLog> {
    const attempts = new AttemptLog(DerivedDatabase.open(folder, log), retention, log);
    await attempts.#orAnew(() => {
      const times = attempts.database.getRange(all('time'));
      while (times.next().done !== true) attempts.#count += 1;
    });
    return attempts;
  }

  /** Notes an attempt that begins; one that cannot be noted is made all the same. */
  async begin({ endpoint, body, ...tried }: TriedMessage, nowMs: number): Promise<Attempt> {
    const attempt: Attempt = {
      attemptId: this.#nextId(nowMs),
      ...tried,
      endpointId: endpoint.endpointId,
      url: endpoint.url,
      startedMs: nowMs,
      run: this.#run,
      outcome: 'under-way',
      reason: null,
      status: null,
      headers: null,
      durationMs: null,
      nextAttemptMs: null,
    };
    const { attemptId, endpointId, messageId } = attempt;
    this.#count += 1;
    await this.#write(() => {
      this.#put(attempt, { request: body, answer: null });
      void this.database.put(`time|${attemptId}|${endpointId}`, messageId);
      void this.database.put(`message|${messageId}|${attemptId}|${endpointId}`, '');
    });
    return attempt;
  }

  async end(
    attempt: Attempt,
    { body, answer }: { readonly body: string; readonly answer: Answer },
    { nowMs, nextAttemptMs }: { readonly nowMs: number; readonly nextAttemptMs: number | null },
  ): Promise<LoggedAttempt> {
    const { outcome, reply } = answer;
    const ended: Attempt = {
      ...attempt,
      outcome: outcome === 'stopped' ? 'unknown' : outcome,
      reason: outcome === 'failed' ? answer.reason : null,
      status: reply?.status ?? null,
      headers: reply?.headers ?? null,
      durationMs: Math.max(0, Math.round(nowMs - attempt.startedMs)),
      nextAttemptMs,
    };
    const bodies = { request: body, answer: reply?.body ?? null };
    await this.#write(() => this.#put(ended, bodies));
    return { ...ended, bodies };
  }

  /** Attempts at one endpoint, the latest first. */
  ofEndpoint(endpointId: string, filter: AttemptFilter): Promise<AttemptPage> {
    const prefix = `attempt|${endpointId}|`;
    return this.#page(prefix, filter, (key) => this.#read(endpointId, key.slice(prefix.length)));
  }

  /** Attempts to deliver one message at some endpoints, the latest first. */
  ofMessage(
    messageId: string,
    endpointIds: ReadonlySet<string>,
    filter: AttemptFilter,
  ): Promise<AttemptPage> {
    const prefix = `message|${messageId}|`;
    return this.#page(prefix, filter, (key) => {
      const [attemptId = '', endpointId = ''] = key.slice(prefix.length).split('|');
      return endpointIds.has(endpointId) ? this.#read(endpointId, attemptId) : null;
    });
  }

  /** Forgets what is older than it is to be kept, or more. */
  async prune(nowMs: number): Promise<void> {
    const { attemptsMs, bodiesMs, attemptsMax } = this.retention;
    await this.#orAnew(async () => {
      const old = placeOf(nowMs - attemptsMs);
      const tooMany = this.#count - attemptsMax;
      const gone: string[] = [];
      for (const { key, value: messageId } of this.database.getRange(all('time'))) {
        const [, attemptId = '', endpointId = ''] = key.split('|');
        if ((attemptId >= old && gone.length >= tooMany * 4) || gone.length >= PRUNED_MAX) break;
        gone.push(key, `attempt|${endpointId}|${attemptId}`, `bodies|${attemptId}`);
        gone.push(`message|${messageId}|${attemptId}|${endpointId}`);
      }
      this.#count -= gone.length / 4;
      const bodies = { start: 'bodies|', end: `bodies|${placeOf(nowMs - bodiesMs)}` };
      for (const { key } of this.database.getRange(bodies)) {
        if (gone.length >= PRUNED_MAX) break;
        gone.push(key);
      }
      await this.database.batch(() => gone.forEach((key) => void this.database.remove(key)));
    });
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.database.close();
  }

  async #page(
    prefix: string,
    filter: AttemptFilter,
    read: (key: string) => LoggedAttempt | null,
  ): Promise<AttemptPage> {
    const { fromMs = 0, untilMs, before, limit } = filter;
    const start = prefix + (before ?? (untilMs === undefined ? HIGH : placeOf(untilMs)));
    const range = { start, end: prefix + placeOf(fromMs), reverse: true };
    const page = { attempts: [] as LoggedAttempt[], next: null as string | null };
    await this.#orAnew(() => {
      let seen = 0;
      let last = '';
      for (const { key } of this.database.getRange(range)) {
        const [attemptId = ''] = key.slice(prefix.length).split('|');
        if (before !== undefined && attemptId >= before) continue;
        if (page.attempts.length === limit || seen === LOOKED_AT_MAX) {
          page.next = last;
          return;
        }
        seen += 1;
        last = attemptId;
        const attempt = read(key);
        if (attempt && isAsked(attempt, filter)) page.attempts.push(attempt);
      }
    });
    return page;
  }

  #read(endpointId: string, attemptId: string): LoggedAttempt | null {
    const text = this.database.get(`attempt|${endpointId}|${attemptId}`);
    if (text === undefined) return null;
    const attempt = JSON.parse(text) as Attempt;
    const isLost = attempt.outcome === 'under-way' && attempt.run !== this.#run;
    const bodies = this.database.get(`bodies|${attemptId}`);
    return {
      ...attempt,
      outcome: isLost ? 'unknown' : attempt.outcome,
      bodies: bodies === undefined ? null : (JSON.parse(bodies) as Bodies),
    };
  }

  /** In the order in which they begin, also within a millisecond; of no other process. */
  #nextId(nowMs: number): string {
    this.#began += 1;
    const order = (this.#began % 2 ** 32).toString(16).padStart(8, '0');
    return `${placeOf(nowMs)}-${order}${this.#run.slice(0, 4)}`;
  }

  #put(attempt: Attempt, bodies: Bodies): void {
    const { attemptId, endpointId } = attempt;
    void this.database.put(`attempt|${endpointId}|${attemptId}`, JSON.stringify(attempt));
    void this.database.put(`bodies|${attemptId}`, JSON.stringify(bodies));
  }

  /** One commit at a time takes all that came meanwhile: hundreds cannot each have their own. */
  async #write(write: () => void): Promise<void> {
    this.#pending.push(write);
    this.#writing = this.#writing.then(() => this.#commit());
    await this.#writing;
  }

  async #commit(): Promise<void> {
    const writes = this.#pending.splice(0);
    if (writes.length === 0) return;
    try {
      await this.database.batch(() => {
        for (const write of writes) write();
      });
    } catch (error) {
      this.log.warn({ err: error }, 'an attempt of a webhook is missing in the list of deliveries');
    }
  }

  async #orAnew(read: () => void | Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      this.#count = 0;
      await this.database.beginAgain(error.message);
    }
  }
}

function isAsked({ outcome, type }: Attempt, filter: AttemptFilter): boolean {
  if (filter.outcome !== undefined && filter.outcome !== outcome) return false;
  return filter.type === undefined || filter.type === type;
}

function all(kind: string): { readonly start: string; readonly end: string } {
  return { start: `${kind}|`, end: `${kind}|${HIGH}` };
}

/** Sorts as the times do. */
function placeOf(ms: number): string {
  return String(Math.max(0, Math.floor(ms))).padStart(15, '0');
}
