import { RE2JS } from 're2js';
import type { LogEntry } from '../../engine/log-entry.js';
import type { FilterOptions } from '../protocol/streams.js';
import { invalidArgument } from '../rpc-error.js';

export type Filter = {
  readonly matches: (entry: LogEntry) => boolean;
  /** Events looked at between two checkpoints. */
  readonly checkpointEvery: number;
};

const WINDOW = 32;

export const NO_FILTER: Filter = { matches: () => true, checkpointEvery: Infinity };

/** @throws RpcError for a filter without expression, or with one that cannot be used. */
export function filterOf(options: FilterOptions): Filter {
  const multiplier = options.checkpointIntervalMultiplier ?? 0;
  if (multiplier === 0) throw invalidArgument('checkpointIntervalMultiplier must be at least 1');
  const checkpointEvery = (options.max ?? WINDOW) * multiplier;
  const { streamIdentifier, eventType } = options;
  if (streamIdentifier) {
    const matchesText = expression(streamIdentifier);
    return { checkpointEvery, matches: ({ fields }) => matchesText(fields.stream) };
  }
  if (eventType) {
    const matchesText = expression(eventType);
    return { checkpointEvery, matches: ({ fields }) => matchesText(fields.type) };
  }
  throw invalidArgument('a filter must name stream names or event types');
}

function expression({
  regex,
  prefix = [],
}: NonNullable<FilterOptions['eventType']>): (text: string) => boolean {
  if (prefix.length > 0) return (text) => prefix.some((start) => text.startsWith(start));
  if (!regex) throw invalidArgument('a filter needs a regular expression or prefixes');
  const compiled = compile(regex);
  return (text) => compiled.test(text);
}

/**
 * RE2 matches in linear time, so no expression can keep the process from everybody else, and knows
 * `\A`, `\z` and `\p{L}`. Look-arounds and back-references are refused: they have no such match.
 */
function compile(regex: string): RE2JS {
  try {
    return RE2JS.compile(regex);
  } catch (error) {
    throw invalidArgument(
      `the filter's regular expression is invalid: ${(error as Error).message}`,
    );
  }
}
