import { Command } from 'commander';
import {
  eventLeafHash,
  openCheckpoint,
  upcastViewAudit,
  verifyInclusion,
  VIEWS_STREAM,
  type ViewAuditEvent,
} from '#audit';
import {
  ApiProblem,
  OperationsClient,
  ProjectionServiceClient,
  type OperationsTypes,
  type ProjectionServiceTypes,
} from '#client';
import type { EventStore, RecordedEvent } from '#event-store';
import type { Connection } from '../connection.js';
import { printable } from '../printable.js';
import { table } from '../table.js';
import { withStore } from './arguments.js';
import { Evidence } from './evidence.js';
import type { Trust } from './trusted-heads.js';

type Check = ProjectionServiceTypes.RebuildResponse;
type Kept = OperationsTypes.EvidenceResponse;
export type ViewsOptions = {
  readonly key: readonly string[];
  readonly check?: true;
  readonly json?: true;
};

/** The longest wait for the check of one view. */
const CHECK_MS_MAX = 600_000;

type Proven = ViewAuditEvent['data'] & {
  readonly eventId: string;
  readonly recordedAt: string;
  /** Events of the signed head that binds it; null: none does yet. */
  readonly headSize: number | null;
};

/** What each view was last found to hold, and the signed head that binds it. */
export async function verifyViews(
  connection: Connection,
  trustFrom: (operations: OperationsClient) => Promise<Trust>,
  { check, json }: ViewsOptions,
): Promise<void> {
  const checks = check ? await checkAll(connection) : [];
  const operations = new OperationsClient(connection.operations('auditor'));
  try {
    const trust = await trustFrom(operations);
    await withStore(connection, async (store) => {
      const views: Proven[] = [];
      for (const { event, data } of (await lastOfEach(store)).values()) {
        const { id: eventId, recordedAt } = event;
        views.push({
          ...data,
          eventId,
          recordedAt,
          headSize: await headOf(operations, trust, eventId),
        });
      }
      process.stdout.write(json ? `${JSON.stringify({ views, checks })}\n` : textOf(views, checks));
      const drifted = views.filter(({ differing }) => differing > 0).map(({ view }) => view);
      if (drifted.length > 0) throw new Evidence(`not what the events say: ${drifted.join(', ')}`);
    });
  } finally {
    operations.close();
  }
}

async function checkAll(connection: Connection): Promise<Check[]> {
  const client = new ProjectionServiceClient(connection.views('auditor', CHECK_MS_MAX + 10_000));
  const checks: Check[] = [];
  try {
    for (const { name } of (await client.views.all()).items) {
      checks.push(await client.views.check({ name, query: { waitMs: CHECK_MS_MAX } }));
    }
  } finally {
    client.close();
  }
  return checks;
}

async function lastOfEach(store: EventStore) {
  const last = new Map<string, { event: RecordedEvent; data: ViewAuditEvent['data'] }>();
  for await (const event of store.read(VIEWS_STREAM)) {
    const { data } = upcastViewAudit(event.type, event.data);
    last.set(data.view, { event, data });
  }
  return last;
}

/** @throws Evidence when what the service answers does not prove the event. */
async function headOf(
  operations: OperationsClient,
  trust: Trust,
  eventId: string,
): Promise<number | null> {
  const kept = await operations.audit.evidence({ eventId }).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'not-found') return null;
    throw error;
  });
  if (kept === null) return null;
  const head = openCheckpoint(kept.head.note, trust);
  const { index, hashes } = kept.inclusion;
  const proof = hashes.map((hash) => Buffer.from(hash, 'base64'));
  const isProven = kept.event.id === eventId && head.size === kept.inclusion.size;
  if (isProven && verifyInclusion({ leaf: leafOf(kept), index, proof }, head)) return head.size;
  throw new Evidence(`event ${eventId} of ${VIEWS_STREAM} is not in the tree of the head`);
}

function leafOf({ event }: Kept): Buffer {
  return eventLeafHash({
    ...event,
    revision: BigInt(event.revision),
    createdTicks: BigInt(event.createdTicks),
    position: { commit: BigInt(event.commit), prepare: BigInt(event.prepare) },
    data: Buffer.from(event.data, 'base64'),
    metadata: Buffer.from(event.metadata, 'base64'),
  });
}

function textOf(views: readonly Proven[], checks: readonly Check[]): string {
  if (views.length === 0) return 'no view was compared yet: assayctl audit views --check\n';
  const rows = views.map(
    ({ view, position, rows: count, sha256, differing, headSize, recordedAt }) => [
      view,
      recordedAt,
      position,
      String(count),
      sha256,
      differing === 0 ? 'equal' : `${differing} rows differ`,
      headSize === null ? 'no head yet' : `head of ${headSize}`,
    ],
  );
  const headings = ['view', 'compared', 'position', 'rows', 'digest', 'live rows', 'signed'];
  return `${table([headings, ...rows])}${checks.map(checkText).join('')}`;
}

function checkText({ name, status, trouble, differing }: Check): string {
  if (status !== 'done') return printable(`${name}: ${trouble ?? 'still being checked'}`) + '\n';
  const lines = (differing?.rows ?? []).map(({ table: of, key, kind, columns }) => {
    const named = Object.entries(key).map(([column, value]) => `${column}=${value}`);
    const what = columns.length > 0 ? `: ${columns.join(', ')}` : '';
    return printable(`${name}: ${of} ${named.join(' ')} ${kind}${what}`);
  });
  return lines.map((line) => `${line}\n`).join('');
}

export function viewsCommand(act: (options: ViewsOptions) => Promise<void>): Command {
  return new Command('views')
    .description('what each view was found to hold, bound to a signed head, and whether it drifted')
    .option('--check', 'build each again beside the live one and compare now; names what differs')
    .option('--json', 'print it as one JSON object')
    .action(act);
}
