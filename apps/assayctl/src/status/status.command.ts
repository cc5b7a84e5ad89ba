import { Command } from 'commander';
import type { Connection } from '../connection.js';
import { table } from '../table.js';

const ANSWER_MS_MAX = 5_000;

type Report = { readonly status?: string; readonly parts?: Readonly<Record<string, string>> };

export function statusCommand(connect: () => Connection): Command {
  return new Command('status')
    .description('whether the services are ready for work')
    .action(async () => {
      const { commandUrl, queryUrl } = connect();
      const services = { 'command-service': commandUrl, 'projection-service': queryUrl };
      const states = await Promise.all(
        Object.entries(services).map(([name, url]) => stateOf(name, url)),
      );
      process.stdout.write(table([['service', 'address', 'state'], ...states]));
      if (!states.every(([, , state]) => state === 'ready')) process.exitCode = 1;
    });
}

/** Ready, or the parts that are not well, or why there is no answer. */
async function stateOf(name: string, url: string): Promise<[string, string, string]> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS_MAX);
    const answer = await fetch(new URL('/health/ready', url), { signal });
    if (answer.ok) return [name, url, 'ready'];
    const { parts = {} } = (await answer.json().catch(() => ({}))) as Report;
    const unwell = Object.entries(parts).filter(([, state]) => state !== 'ok');
    return [name, url, unwell.map(([part, state]) => `${part}: ${state}`).join('; ')];
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return [name, url, `no answer (${cause?.code ?? message})`];
  }
}
