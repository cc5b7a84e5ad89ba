import { readdirSync, readFileSync } from 'node:fs';
import { CASE_EVENT_TYPES, evolveDesk, NO_DESK, upcastCase } from '#cases';
import {
  PERIODS_STREAM_TYPE,
  upcastAdjustment,
  type AdjustmentEvent,
  type PeriodEvent,
} from '#journal';
import {
  evolve,
  isPaymentEventType,
  NO_PAYMENT,
  PAYMENT_EVENT_TYPES,
  upcast,
  upcastPayout,
} from '#payments';
import {
  BANK_EVENT_TYPES,
  EXCEPTION_EVENT_TYPES,
  upcastBank,
  upcastException,
  upcastProviderBalance,
  upcastSettlement,
} from '#reconciliation';
import { upcastImport, upcastMapping } from '../../apps/operations/src/imports/import-events.js';
import { takeStream } from '../../apps/command-service/src/desk/take-stream.js';

type Stored = { readonly type: string; readonly data: object };

const FOLDER = 'test/fixtures/events';

/** Every shape that was ever stored, by file: `payment-captured-1.json` is its first shape. */
const SHAPES = readdirSync(FOLDER).map((file) => {
  const stored = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Stored;
  return { file, ...stored };
});

describe('events stored by any version', () => {
  it.each(SHAPES)('are read and folded: $file', ({ type, data }) => {
    const event = read(type, data);
    expect(event.type).toBe(type);
    if (isCaseEvent(type)) expect(evolveDesk(NO_DESK, upcastCase(type, data)).revision).toBe(1);
    if (isPaymentEventType(type)) expect(evolve(NO_PAYMENT, upcast(type, data))).toBeDefined();
  });

  it.each(newestShapes())('keep every field in their newest shape: $file', ({ type, data }) => {
    expect(JSON.parse(JSON.stringify(read(type, data).data))).toEqual(data);
  });

  it('have a shape on file for every event type', () => {
    expect(new Set(SHAPES.map(({ type }) => type))).toEqual(
      new Set<string>([
        ...PAYMENT_EVENT_TYPES,
        ...SETTLEMENT_EVENT_TYPES,
        ...BANK_EVENT_TYPES,
        ...CASE_EVENT_TYPES,
        ...EXCEPTION_EVENT_TYPES,
        ...Object.keys(upcastImport.personal),
        ...Object.keys(upcastMapping.personal),
        ...Object.keys(OTHERS),
      ]),
    );
  });
});

/** The period's and the adjustment's own types are demanded here; their upcasts refuse others. */
const OTHERS: Readonly<Record<string, (type: string, data: unknown) => Read>> = {
  CaseLeaseRequested: (type, data) => takeStream('command').type.upcast(type, data),
  PayoutRecorded: upcastPayout,
  ProviderBalanceReported: upcastProviderBalance,
  ...all<AdjustmentEvent['type']>(upcastAdjustment, {
    JournalAdjustmentProposed: true,
    JournalAdjustmentBooked: true,
    JournalReversalProposed: true,
    JournalAdjustmentReversed: true,
    JournalProposalWithdrawn: true,
  }),
  ...all<PeriodEvent['type']>(PERIODS_STREAM_TYPE.upcast, {
    PeriodClosed: true,
    PeriodReopeningProposed: true,
    PeriodReopeningWithdrawn: true,
    PeriodReopened: true,
  }),
};

/** @param types so that the compiler names one that is missing. */
function all<Type extends string>(
  upcastOne: (type: string, data: unknown) => Read,
  types: Readonly<Record<Type, true>>,
): Record<string, (type: string, data: unknown) => Read> {
  return Object.fromEntries(Object.keys(types).map((type) => [type, upcastOne]));
}

type Read = { readonly type: string; readonly data: unknown };

const SETTLEMENT_EVENT_TYPES = ['SettlementLineRecorded', 'SettlementLineSetAside'];

function isCaseEvent(type: string): boolean {
  return CASE_EVENT_TYPES.some((each) => each === type);
}

function isBankEvent(type: string): boolean {
  return BANK_EVENT_TYPES.some((each) => each === type);
}

function isExceptionEvent(type: string): boolean {
  return EXCEPTION_EVENT_TYPES.some((each) => each === type);
}

function read(type: string, data: object): Read {
  if (isPaymentEventType(type)) return upcast(type, data);
  if (isBankEvent(type)) return upcastBank(type, data);
  if (isCaseEvent(type)) return upcastCase(type, data);
  if (isExceptionEvent(type)) return upcastException(type, data);
  if (Object.hasOwn(upcastImport.personal, type)) return upcastImport(type, data);
  if (Object.hasOwn(upcastMapping.personal, type)) return upcastMapping(type, data);
  const other = OTHERS[type];
  if (other) return other(type, data);
  return upcastSettlement(type, data);
}

/** Older shapes gain fields when they are read; the newest one is what is written today. */
function newestShapes(): typeof SHAPES {
  const newest = new Map<string, (typeof SHAPES)[number]>();
  const shapeOf = (file: string): number => Number(/-(\d+)\.json$/.exec(file)?.[1]);
  for (const shape of SHAPES) {
    const known = newest.get(shape.type);
    if (!known || shapeOf(known.file) < shapeOf(shape.file)) newest.set(shape.type, shape);
  }
  return [...newest.values()];
}
