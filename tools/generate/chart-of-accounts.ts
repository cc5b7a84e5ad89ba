import {
  BOOKED_EVENTS,
  CHART,
  entryOf,
  placeInChart,
  plainTextAccount,
  type Posting,
} from '#journal';
import { Money } from '#money';
import { upcast, type PaymentEventType } from '#payments';
import { newestShapes, type Shapes } from './stored-shapes.js';

const OWNERS = { provider: 'stripe', merchant: 'm-1' } as const;

/** A payment with something held, so that what releases a hold has something to release. */
const CONTEXT = {
  provider: OWNERS.provider,
  merchantId: OWNERS.merchant,
  references: {},
  held: Money.of(1_050n, 'EUR'),
} as const;

/** Amounts that are zero in some stored shapes and would show no posting. */
const MOVING = {
  increase: { amount: '400', currency: 'EUR' },
  fee: { amount: '15', currency: 'EUR' },
};

/** The section with the chart and with what each event of a payment books. */
export function chartOfAccounts(): string {
  const shapes = newestShapes();
  return [
    '| account | class | in other programs | its balance says |',
    '| --- | --- | --- | --- |',
    ...Object.values(CHART).map(({ class: kind, of, path: [before, after], holds }) => {
      const account = `${before}${OWNERS[of]}${after}`;
      return `| \`${account}\` | ${kind} | \`${plainTextAccount(account)}\` | ${holds} |`;
    }),
    '',
    '| event of a payment | debits | credits |',
    '| --- | --- | --- |',
    ...BOOKED_EVENTS.map((type) => postingRow(type, shapes)),
  ].join('\n');
}

function postingRow(type: PaymentEventType, shapes: Shapes): string {
  const shape = shapes.get(type);
  if (!shape) throw new TypeError(`no stored shape of ${type}`);
  const moving = { ...shape, ...fieldsIn(shape, MOVING) };
  const entry = entryOf(upcast(type, moving), CONTEXT, '2026-11-21T10:00:00.000Z');
  if (!entry) throw new TypeError(`the stored shape of ${type} books nothing`);
  const side = (isOn: (units: bigint) => boolean): string => kindsOf(entry.postings, isOn);
  return `| \`${type}\` | ${side((units) => units > 0n)} | ${side((units) => units < 0n)} |`;
}

function fieldsIn(shape: object, fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name in shape));
}

function kindsOf(postings: readonly Posting[], isOn: (units: bigint) => boolean): string {
  return postings
    .filter(({ amount }) => isOn(amount.minorUnits))
    .map(({ account }) => placeInChart(account).kind)
    .join(', ');
}
