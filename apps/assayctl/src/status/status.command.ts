import { Command } from 'commander';
import type { Connection } from '../connection.js';
import { table } from '../table.js';

const ANSWER_MS_MAX = 5_000;

type Report = { readonly status?: string; readonly parts?: Readonly<Record<string, string>> };

export function statusCommand(connect: () => Connection): Command {
  return new Command('status')
    .description('whether the services are ready for work')
    .option('--json', 'print one JSON object per service, in a list')
    .action(async ({ json }: { json?: true }) => {
      const services = Object.entries(connect().services);
      const states = await Promise.all(services.map(([name, url]) => stateOf(name, url)));
      const heading = ['service', 'address', 'state'];
      const objects = states.map(([service, address, state]) => ({ service, address, state }));
      process.stdout.write(json ? `${JSON.stringify(objects)}\n` : table([heading, ...states]));
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
