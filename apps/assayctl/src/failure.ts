import { InvalidConfig } from '#environment';
import { printable } from './printable.js';

/** What a person at the terminal can mend; told in one line, exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** @returns one line for a person, for any value that was thrown. */
export async function lineOf(error: unknown): Promise<string> {
  if (error instanceof Failure || error instanceof InvalidConfig) return error.message;
  const { ApiProblem, OutcomeUnknown, ServiceAway } = await import('#client');
  if (error instanceof ApiProblem) return refusalOf(error);
  if (error instanceof ServiceAway)
    return `${error.message}; is it running? See ASSAY_URL, ASSAY_QUERY_URL, ASSAY_OPERATIONS_URL`;
  if (error instanceof OutcomeUnknown) return `${error.message}; repeat it: it is done once`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function refusalOf({ status, message }: { readonly status: number; message: string }): string {
  if (status === 401) return 'the API key is not known to the service; check ASSAY_API_KEY';
  if (status === 403) return `the API key may not do this: ${printable(message)}`;
  return printable(message);
}
