import { Command } from 'commander';
import { ViewsClient, type Digest, type ViewRebuild } from '#client';
import type { Connection } from '../connection.js';
import { Failure } from '../failure.js';
import { table } from '../table.js';

/** Longest wait for a rebuild; it goes on in the service after that. */
const REBUILD_MS_MAX = 600_000;

type Options = { readonly json?: true };

export function viewsCommand(command: Command, connect: () => Connection): void {
  const rebuild = new Command('rebuild')
    .description('build a view again beside the live one, compare both and swap them')
    .argument('<name>', 'the view, as `assayctl views` lists it')
    .option('--json', 'print the answer of the service')
    .action((name: string, options: Options) => rebuildView(connect(), name, options));
  command
    .option('--json', 'print the answer of the service')
    .action((options: Options) => listViews(connect(), options))
    .addCommand(rebuild);
}

async function listViews(connection: Connection, { json }: Options): Promise<void> {
  const client = new ViewsClient(connection.views('auditor'));
  const views = await client.views();
  client.close();
  if (json) {
    process.stdout.write(`${JSON.stringify(views)}\n`);
    return;
  }
  const rows = views.map(({ name, status, position, lagMs, setAside, trouble }) => [
    name,
    status,
    position,
    lagMs === null ? 'unknown' : `${lagMs} ms`,
    String(setAside),
    trouble ?? '',
  ]);
  const headings = ['view', 'status', 'position', 'behind', 'set aside', 'trouble'];
  process.stdout.write(table([headings, ...rows]));
}

async function rebuildView(connection: Connection, name: string, { json }: Options): Promise<void> {
  const client = new ViewsClient(connection.views('operator', REBUILD_MS_MAX + 10_000));
  const rebuilt = await client.rebuild(name, REBUILD_MS_MAX);
  client.close();
  process.stdout.write(json ? `${JSON.stringify(rebuilt)}\n` : reportOf(rebuilt));
  if (rebuilt.equal === false) process.exitCode = 1;
}

/** @throws Failure when the rebuild failed. */
function reportOf({
  name,
  status,
  trouble,
  equal,
  events,
  ms,
  setAside,
  caughtUp,
  before,
  after,
}: ViewRebuild): string {
  if (status === 'failed') throw new Failure(`the rebuild of ${name} failed: ${String(trouble)}`);
  if (status === 'running') return `${name} is still being rebuilt; see assayctl views\n`;
  return [
    `${name}: ${String(events)} events in ${String(ms)} ms`,
    `before  ${digestOf(before)}`,
    `after   ${digestOf(after)}`,
    equal ? 'equal' : 'DIFFERENT',
    ...(setAside ? [`without ${setAside} payments or lines that cannot be applied`] : []),
    ...(caughtUp === false ? ['not caught up: the store has more'] : []),
    '',
  ].join('\n');
}

function digestOf(digest: Digest | null): string {
  return digest ? `${digest.sha256} (${digest.rows} rows)` : 'none';
}
