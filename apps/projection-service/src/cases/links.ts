import type { EntityManager } from 'typeorm';
import { PaymentCase } from './payment-case.entity.js';

/** What payments are linked by; a customer is one client's own word. */
export const LINK_KINDS = ['card', 'device', 'customer'] as const;

export type LinkKind = (typeof LINK_KINDS)[number];

/** Payments looked at for one kind of link; a shared test card has no end of them. */
export const LINKED_MAX = 1_000;

const SHOWN_MAX = 100;

export type LinkedRow = Pick<
  PaymentCase,
  | 'paymentId'
  | 'client'
  | 'orderId'
  | 'merchantId'
  | 'customerId'
  | 'currency'
  | 'amount'
  | 'occurredAt'
  | 'status'
  | 'score'
  | 'fraud'
>;

export type Linked = { readonly row: LinkedRow; readonly by: readonly LinkKind[] };

export type LinkCount = {
  /** Null: the payment has none, so that nothing can be linked by it. */
  readonly payments: number | null;
  readonly fraud: number | null;
};

export type Links = {
  readonly counts: Readonly<Record<LinkKind, LinkCount>>;
  /** The latest first. */
  readonly linked: readonly Linked[];
};

const COLUMNS: readonly (keyof LinkedRow)[] = [
  'paymentId',
  'client',
  'orderId',
  'merchantId',
  'customerId',
  'currency',
  'amount',
  'occurredAt',
  'status',
  'score',
  'fraud',
];

const UNKNOWN: LinkCount = { payments: null, fraud: null };

/** The payments with the same card, device or customer. */
export async function linksOf(manager: EntityManager, of: PaymentCase): Promise<Links> {
  const found = new Map<string, { row: LinkedRow; by: LinkKind[] }>();
  const counts = { card: UNKNOWN, device: UNKNOWN, customer: UNKNOWN };
  for (const kind of LINK_KINDS) {
    const rows = await linkedBy(kind, manager, of);
    if (rows === null) continue;
    const fraud = rows.filter((row) => row.fraud === true).length;
    counts[kind] = { payments: rows.length, fraud };
    for (const row of rows) {
      const known = found.get(row.paymentId) ?? { row, by: [] };
      known.by.push(kind);
      found.set(row.paymentId, known);
    }
  }
  const latest = [...found.values()].sort((a, b) => timeOf(b) - timeOf(a));
  return { counts, linked: latest.slice(0, SHOWN_MAX) };
}

/** @returns null when the payment has nothing of this kind. */
async function linkedBy(
  kind: LinkKind,
  manager: EntityManager,
  { paymentId, client, customerId, card, deviceId }: PaymentCase,
): Promise<LinkedRow[] | null> {
  const same = {
    card: card === null ? null : 'row.card = :card',
    device: deviceId === null ? null : 'row.deviceId = :deviceId',
    customer: 'row.customerId = :customerId AND row.client = :client',
  }[kind];
  if (same === null) return null;
  return manager
    .createQueryBuilder(PaymentCase, 'row')
    .select(COLUMNS.map((column) => `row.${column}`))
    .where(same, { card, deviceId, customerId, client })
    .andWhere('row.paymentId <> :paymentId', { paymentId })
    .limit(LINKED_MAX)
    .getMany();
}

function timeOf({ row }: Linked): number {
  return row.occurredAt.getTime();
}
