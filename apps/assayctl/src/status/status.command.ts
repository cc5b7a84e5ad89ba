import type { Command } from 'commander';
import { ApiClient, ApiProblem, type ServiceAway } from '#client';
import type { Asked, Connection } from '../connection.js';
import { table } from '../table.js';

const ANSWER_MS_MAX = 5_000;

type Report = { readonly parts?: Readonly<Record<string, string>> };

export function statusCommand(command: Command, connect: () => Connection): void {
  command
    .option('--json', 'print one JSON object per service, in a list')
    .action(async ({ json }: { json?: true }) => {
      const connection = connect();
      const services = Object.entries(connection.services);
      const states = await Promise.all(services.map(([name, asked]) => stateOf(name, asked)));
      const heading = ['service', 'address', 'state'];
      const objects = states.map(([service, address, state]) => ({ service, address, state }));
      process.stdout.write(json ? `${JSON.stringify(objects)}\n` : table([heading, ...states]));
      if (connection.emptyFolder !== null) process.stderr.write(adviceFor(connection.emptyFolder));
      if (!states.every(([, , state]) => state === 'ready')) process.exitCode = 1;
    });
}

/** Ready, or the parts that are not well, or why there is no answer. */
async function stateOf(name: string, { url, path }: Asked): Promise<[string, string, string]> {
  const client = new ApiClient({ url, timeoutMs: ANSWER_MS_MAX, attemptsMax: 1 });
  try {
    await client.send({ method: 'GET', path });
    return [name, url, 'ready'];
  } catch (error) {
    if (error instanceof ApiProblem) return [name, url, unwellOf(error)];
    const { code, message } = (error as ServiceAway).cause as NodeJS.ErrnoException;
    return [name, url, `no answer (${code ?? message})`];
  } finally {
    client.close();
  }
}

function unwellOf({ status, body }: ApiProblem): string {
  const unwell = Object.entries((body as Report).parts ?? {}).filter(([, state]) => state !== 'ok');
  if (unwell.length === 0) return body.detail ?? `not ready (HTTP ${status})`;
  return unwell.map(([part, state]) => `${part}: ${state}`).join('; ');
}

function adviceFor(folder: string): string {
  return (
    `No system runs in ${folder}, so the usual addresses were asked. For one that was started with ` +
    `npm start -- --data FOLDER: assayctl --data FOLDER status. For one elsewhere: set ASSAY_URL.\n`
  );
}
