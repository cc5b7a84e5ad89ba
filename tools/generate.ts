import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { ANSWERED_HERE } from '../apps/command-service/src/front/passed-on.js';
import { alertsPage } from './generate/alerts-page.js';
import type { Document } from './examples/document.js';
import { recordedExamples } from './examples/file.js';
import { withExamples } from './examples/into-document.js';
import { WITHOUT_EXAMPLES, WITHOUT_MAX } from './examples/without.js';
import { loadClassTypes, type FieldOrder } from './generate/class-types.js';
import {
  problemCodesOf,
  webhookTypeListOf,
  webhookTypesOf,
} from './generate/client-closed-lists.js';
import { chartOfAccounts } from './generate/chart-of-accounts.js';
import { clientFunctionsOf } from './generate/client-functions.js';
import { clientTypesOf } from './generate/client-types.js';
import { dashboardJson } from './generate/dashboards/dashboard.js';
import { DASHBOARDS } from './generate/dashboards/index.js';
import { declineReasonsPage } from './generate/decline-reasons.js';
import { libGraphSection, partGraphOf } from './generate/lib-graph.js';
import { openApiOf } from './generate/openapi-document.js';
import { rolesPage } from './generate/roles-page.js';
import { withSection } from './generate/section.js';
import { wholeDocumentOf, type ServiceDocument } from './generate/whole-document.js';
import { webhookEventsPage, webhookSchema } from './generate/webhook-events.js';

/** A checked-in file, or a marked part of one, that is made from the sources. */
type Generated = {
  readonly path: string;
  readonly make: (fieldOrder: FieldOrder) => Promise<string>;
};

const SERVICES = ['command-service', 'operations', 'projection-service'];
/** In the order in which the page has them. */
const ALERT_GROUPS = ['payments', 'providers', 'fraud', 'views', 'ledger', 'system'];
const CLIENT = 'libs/client/src/generated';

const GENERATED: readonly Generated[] = [
  ...SERVICES.map((app) => ({
    path: documentOf(app),
    make: (order: FieldOrder) => documentWithExamples(app, order),
  })),
  // After the documents, from which they are made.
  { path: documentOf('assay'), make: wholeDocument },
  { path: 'docs/roles.md', make: async () => rolesPage(await currentText(documentOf('assay'))) },
  ...SERVICES.flatMap((app) => [
    {
      path: `${CLIENT}/${app}.ts`,
      make: async () => clientTypesOf(await currentText(documentOf(app))),
    },
    {
      path: `${CLIENT}/${app}-client.ts`,
      make: async () => clientFunctionsOf(app, await currentText(documentOf(app))),
    },
  ]),
  {
    path: `${CLIENT}/problem-codes.ts`,
    make: async () => problemCodesOf(await currentText('docs/errors.md')),
  },
  { path: `${CLIENT}/webhook-message.ts`, make: () => webhookTypesOf() },
  { path: `${CLIENT}/webhook-types.ts`, make: () => Promise.resolve(webhookTypeListOf()) },
  { path: 'docs/webhook-message.schema.json', make: () => Promise.resolve(webhookSchema()) },
  { path: 'docs/webhook-events.md', make: () => Promise.resolve(webhookEventsPage()) },
  {
    path: 'docs/decline-reasons.md',
    make: async () => declineReasonsPage(await currentText('docs/decline-reasons.md')),
  },
  {
    path: 'docs/chart-of-accounts.md',
    make: async () =>
      withSection(await currentText('docs/chart-of-accounts.md'), 'chart', chartOfAccounts()),
  },
  {
    path: 'docs/runbooks/alerts.md',
    make: async () => alertsPage(await Promise.all(ALERT_GROUPS.map(rulesOf))),
  },
  ...DASHBOARDS.map((dashboard) => ({
    path: `deploy/grafana/dashboards/${dashboard.uid}.json`,
    make: () => Promise.resolve(dashboardJson(dashboard)),
  })),
  {
    path: 'docs/architecture.md',
    make: async () =>
      withSection(
        await currentText('docs/architecture.md'),
        'lib-graph',
        libGraphSection(partGraphOf(sourcesIn('apps', 'libs'))),
      ),
  },
];

function* sourcesIn(...folders: readonly string[]): Generator<{ path: string; text: string }> {
  for (const entry of folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }),
  )) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && path.endsWith('.ts')) yield { path, text: readFileSync(path, 'utf8') };
  }
}

function rulesOf(group: string): Promise<string> {
  return currentText(`deploy/prometheus/rules/${group}.yml`);
}

function documentOf(app: string): string {
  return `docs/openapi/${app}.json`;
}

async function documentWithExamples(app: string, order: FieldOrder): Promise<string> {
  const document = JSON.parse(await openApiOf(app, order)) as Document;
  return JSON.stringify(withExamples(document, recordedExamples()[app] ?? {}));
}

async function wholeDocument(): Promise<string> {
  const [front, operations, views] = await Promise.all(
    SERVICES.map(async (app) => JSON.parse(await currentText(documentOf(app))) as ServiceDocument),
  );
  if (!front || !operations || !views) throw new Error('a service has no document');
  const parts = { operations, 'projection-service': views };
  return JSON.stringify(wholeDocumentOf({ front, parts, answeredByFront: ANSWERED_HERE }));
}

/** Writes every stale file; with `check` only says which they are. */
async function generate({ check }: { check: boolean }): Promise<string[]> {
  const fieldOrder = await loadClassTypes();
  const problems: string[] = [];
  for (const { path, make } of GENERATED) {
    try {
      const text = await pretty(path, await make(fieldOrder));
      if (text === (await currentText(path))) continue;
      if (check) {
        problems.push(`${path} is stale; run \`npm run generate\` and commit what changes`);
      } else {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
        process.stdout.write(`wrote ${path}\n`);
      }
    } catch (error) {
      problems.push(
        `${path} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return problems;
}

/** `npm run check` shows what begins so. */
function withoutExamples(): string {
  const count = Object.keys(WITHOUT_EXAMPLES).length;
  return `warning: operations without examples: ${count}, at most ${WITHOUT_MAX} (tools/examples/without.ts)`;
}

async function pretty(path: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

async function currentText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return ''; // Not made yet.
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await generate({ check: process.argv.includes('--check') });
  process.stdout.write(`${withoutExamples()}\n`);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  // An app asked for its document may leave timers behind.
  process.exit(problems.length === 0 ? 0 : 1);
}
