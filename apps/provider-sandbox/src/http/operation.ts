import type { IncomingHttpHeaders } from 'node:http';
import type { Draft } from '../ledger/shelf.js';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A request on its way through the sandbox. */
export type Call = {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** Without the question mark; empty when there is none. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The provider's name of this request, part of every answer. */
  readonly requestId: string;
  readonly draft: Draft;
};

export type Answer = {
  readonly status: number;
  /** Objects are sent as JSON, text as it is, null as no body. */
  readonly body: object | string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether an earlier request under the same key did the work. */
  readonly replayed?: boolean;
};

/** One thing that can be asked of the sandbox. */
export type Operation = {
  /** As in `payment_intents.capture`: what faults are asked for by. */
  readonly name: string;
  readonly method: Method;
  /** With parameters as in `/v1/charges/:id`. */
  readonly path: string;
  /** Runs in one go: what it reads stays true until its draft is taken over. */
  readonly handle: (call: Call) => Answer;
};
