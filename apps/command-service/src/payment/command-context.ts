import { hash } from 'node:crypto';
import type { Cause, Metadata } from '#event-store';
import { traceparentOf, type Caller } from '#platform';

/** What a command may touch beyond what its role may, and who sent it. */
type Scope = {
  /** Who decides by it; left out: the one of the client's name. */
  readonly person?: string;
  /** The only merchants whose payments it may touch; left out: all. */
  readonly merchants?: readonly string[];
};

/** Who sent a command, and how it is to be answered. */
export type CommandContext = Required<Cause> &
  Scope & {
    /** Answer once the command is recorded, and take the payment further after the answer. */
    readonly answersWhenRecorded?: boolean;
    /** Told when the command was recorded before, and is answered as the first time. */
    readonly replayed?: () => void;
  };

/** The person that a command stands for, whichever of their keys it came with. */
export function deciderOf({ client, person = client }: CommandContext): string {
  return person;
}

/** The context that events of an earlier command were written in, to go on in its name. */
export function contextOf(metadata: Metadata, actor: string): CommandContext {
  const text = (key: string): string => {
    const value = metadata[key];
    return typeof value === 'string' ? value : '';
  };
  return {
    commandId: text('commandId'),
    bodyHash: text('bodyHash') || null,
    client: text('client'),
    actor,
    correlationId: text('correlationId'),
    traceparent: text('traceparent') || null,
  };
}

export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

const CORRELATION_ID = /^[\w.:-]{1,128}$/;

/** Who sends commands, and in which connection: the same for all commands of one request. */
export type Origin = Pick<CommandContext, 'client' | 'actor' | 'traceparent' | keyof Scope> & {
  /** Null: each command is correlated by its own id. */
  readonly correlationId: string | null;
};

type Replayed = Pick<CommandContext, 'replayed'>;

export function originOf(
  { client, role, person, merchants }: Caller,
  headers: RequestHeaders,
): Origin {
  return {
    client,
    ...(person !== undefined && { person }),
    ...(merchants !== undefined && { merchants }),
    actor: `${role}:${client}`,
    correlationId: matching(CORRELATION_ID, headers['x-correlation-id']),
    traceparent: traceparentOf(headers['traceparent']),
  };
}

function matching(pattern: RegExp, header: RequestHeaders[string]): string | null {
  return typeof header === 'string' && pattern.test(header) ? header : null;
}

/** The context of a client's command. */
export function contextFrom(
  origin: Origin,
  commandId: string,
  body: object,
  { replayed }: Replayed = {},
): CommandContext {
  const { client, actor, traceparent, correlationId, person, merchants } = origin;
  return {
    commandId,
    bodyHash: hashOf(body),
    client,
    actor,
    correlationId: correlationId ?? commandId,
    traceparent,
    ...(replayed && { replayed }),
    ...(person !== undefined && { person }),
    ...(merchants !== undefined && { merchants }),
  };
}

/**
 * Equal for bodies that say the same, whatever the order of their keys. Request classes keep their
 * own order; free-form objects in them, as metadata, are sorted.
 */
export function hashOf(body: object): string {
  return hash('sha256', JSON.stringify(ordered(body)), 'base64url');
}

/** With free-form objects sorted. A replacer of JSON would be called for every field. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  if (Object.getPrototypeOf(value) === Object.prototype) return sorted(value);
  return withOrdered(value as Readonly<Record<string, unknown>>);
}

function withOrdered(fields: Readonly<Record<string, unknown>>): object {
  let copy: Record<string, unknown> | undefined;
  for (const name in fields) {
    const field = fields[name];
    if (typeof field !== 'object' || field === null) continue;
    const inner = ordered(field);
    if (inner === field) continue;
    copy ??= { ...fields };
    copy[name] = inner;
  }
  return copy ?? fields;
}

function sorted(freeForm: object): object {
  const fields = Object.entries(freeForm).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, ordered(field)]));
}
