import { OperationsClient } from '#client';
import type { Connection } from '../connection.js';

/** Asks operations with one client, which is closed behind the answer. */
export type Ask = <Answer>(ask: (client: OperationsClient) => Promise<Answer>) => Promise<Answer>;

export const AS_JSON = ['--json', 'print the answer of the service'] as const;

export type Printed = { readonly json?: true };

export function askAsOperator(connect: () => Connection): Ask {
  return async (ask) => {
    const client = new OperationsClient({ ...connect().operations('operator'), attemptsMax: 2 });
    return ask(client).finally(() => client.close());
  };
}

/** The answer for a script, or the text made of it for a person. */
export function print<Answer>(
  { json }: Printed,
  answer: Answer,
  textOf: (answer: Answer) => string,
): void {
  process.stdout.write(json ? `${JSON.stringify(answer)}\n` : textOf(answer));
}
