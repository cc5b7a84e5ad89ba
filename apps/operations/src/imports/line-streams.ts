import {
  changeStream,
  idOf,
  readStream,
  type Cause,
  type EventStore,
  type StreamState,
  type StreamType,
} from '#event-store';
import {
  BANK_STREAM_PREFIX,
  bankStream,
  settlementStream,
  upcastBank,
  upcastSettlement,
  type BankEvent,
  type SettlementEvent,
} from '#reconciliation';
import { accountHashOf, type BankItem, type ProviderItem } from '#statements';
import { causeOfLine, lineEventId } from '../settlement/line-event.js';
import { differencesOf } from './differences.js';
import type { Counts, Difference, ImportLineDiffered } from './import-events.js';

export type LineItem = (ProviderItem | BankItem) & { readonly item: number };

type LineEvent = SettlementEvent | BankEvent;

type Known = { readonly event: LineEvent; readonly actor: unknown };
type Lines = ReadonlyMap<string, Known>;

/** As many days as are kept in memory; files are in the order of days, or nearly. */
const STREAMS_MAX = 16;

/** Puts lines of files where those of the providers' APIs are, each line once. */
export class LineStreams {
  readonly #streams = new Map<string, StreamState<Lines>>();
  /** Ids of events that this run has met: a line that a file has twice is recorded once. */
  readonly #met = new Set<string>();

  constructor(
    private readonly store: EventStore,
    private readonly importId: string,
  ) {}

  /** Appends what is not there, and says of each line what became of it. */
  async record(items: readonly LineItem[]): Promise<Counts & { differed: ImportLineDiffered[] }> {
    const outcomes: Outcome[] = [];
    for (const [stream, those] of byStream(items)) {
      outcomes.push(...(await this.#recordIn(stream, those)));
    }
    const differed = outcomes.flatMap(({ differed: each }) => each ?? []);
    const recorded = outcomes.filter(({ isRecorded }) => isRecorded).length;
    const known = outcomes.length - recorded;
    return { recorded, known, differing: differed.length, differed };
  }

  async #recordIn(stream: string, items: readonly LineItem[]): Promise<Outcome[]> {
    const type = streamTypeOf(stream);
    const target = { stream, type };
    const from = this.#streams.get(stream) ?? (await readStream(this.store, target));
    const events = items.map(eventOf);
    const lines = await changeStream(
      this.store,
      { ...target, from },
      (event) => causeOf(event, this.#actor),
      (known) => {
        const fresh = new Map(events.map((event) => [idOfEvent(event), event]));
        return [...fresh].filter(([id]) => !known.has(id)).map(([, event]) => event);
      },
    );
    this.#remember(stream, lines);
    return items.map((item) => this.#outcomeOf(item, stream, lines.state));
  }

  #outcomeOf(item: LineItem, stream: string, lines: Lines): Outcome {
    const event = eventOf(item);
    const id = idOfEvent(event);
    const known = lines.get(id);
    const isRecorded = known?.actor === this.#actor && !this.#met.has(id);
    this.#met.add(id);
    const differences = known ? differencesOf(known.event, event) : [];
    if (differences.length === 0) return { isRecorded };
    return { isRecorded, differed: this.#differed(item, stream, differences) };
  }

  #differed({ item, row, line }: LineItem, stream: string, differences: readonly Difference[]) {
    const { lineId } = line;
    const data = { importId: this.importId, item, row, stream, lineId, differences };
    return { type: 'ImportLineDiffered', data } as const;
  }

  #remember(stream: string, lines: StreamState<Lines>): void {
    this.#streams.delete(stream);
    this.#streams.set(stream, lines);
    if (this.#streams.size <= STREAMS_MAX) return;
    for (const oldest of this.#streams.keys()) return void this.#streams.delete(oldest);
  }

  /** By it a run that goes on after a crash knows the lines that it recorded before. */
  get #actor(): string {
    return `import:${this.importId}`;
  }
}

type Outcome = { readonly isRecorded: boolean; readonly differed?: ImportLineDiffered };

function byStream(items: readonly LineItem[]): Map<string, LineItem[]> {
  const groups = new Map<string, LineItem[]>();
  for (const item of items) {
    const stream = streamOf(item);
    const group = groups.get(stream);
    if (group) group.push(item);
    else groups.set(stream, [item]);
  }
  return groups;
}

function streamOf(item: LineItem): string {
  if (item.kind === 'settlement-line') return settlementStream(item.line.provider, item.line.at);
  return bankStream(accountHashOf(item.line.account), item.line.bookedOn);
}

function eventOf(item: LineItem): LineEvent {
  return item.kind === 'bank-line'
    ? { type: 'BankLineRecorded', data: item.line }
    : { type: 'SettlementLineRecorded', data: item.line };
}

function idOfEvent(event: LineEvent): string {
  if (event.type !== 'BankLineRecorded') return lineEventId(event);
  return idOf('bank-line', event.data.account, event.data.lineId);
}

function causeOf(event: LineEvent, actor: string): Cause {
  if (event.type !== 'BankLineRecorded') return { ...causeOfLine(event), actor };
  return { client: 'operations', actor, commandId: idOfEvent(event) };
}

function streamTypeOf(stream: string): StreamType<LineEvent, Lines> {
  const upcast = stream.startsWith(BANK_STREAM_PREFIX) ? upcastBank : upcastSettlement;
  return {
    /** One for each stream that is read, since the fold adds to it. */
    get initial() {
      return new Map<string, Known>();
    },
    evolve: (lines, event, { id, metadata }) =>
      (lines as Map<string, Known>).set(id, { event, actor: metadata['actor'] }),
    upcast,
    eventId: ({ commandId }) => commandId,
  };
}
