import type { EventStore, RecordedEvent } from '#event-store';

type Acknowledged = {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
};

type Seen = { count: number; readonly of: number; readonly first: number; last: RecordedEvent };

/** Streams of which a scavenge may remove all but the last events. */
const TRIMMED = /^trimmed-/;
const TRIMMED_TO = 20n;

/** Remembers what `event-store-under-load.ts` said was done, and what a store must show for it. */
export class Witness {
  readonly handled = new Set<string>();
  readonly backups: { readonly folder: string; readonly position: bigint }[] = [];
  /** Whether the persistent subscription was made. */
  grouped = false;
  scavenged = 0;
  private readonly acknowledged = new Map<string, Acknowledged>();
  /** What each line says, by its first word. */
  private readonly facts: Readonly<Record<string, (...facts: readonly string[]) => void>> = {
    appended: (append = '', stream = '', revision = '', position = '') => {
      const place = { stream, revision: BigInt(revision), position: BigInt(position) };
      this.acknowledged.set(append, place);
    },
    grouped: () => (this.grouped = true),
    handled: (id = '') => this.handled.add(id),
    scavenged: (events) => (this.scavenged += Number(events)),
    'backed-up': (folder = '', position = '') =>
      this.backups.push({ folder, position: BigInt(position) }),
  };

  get appends(): number {
    return this.acknowledged.size;
  }

  /** All that a process printed. A last line cut off is not held against the store. */
  hear(output: string): void {
    for (const line of output.split('\n').slice(0, -1)) {
      const [word = '', ...facts] = line.split(' ');
      this.facts[word]?.(...facts);
    }
  }

  /** What is lost, torn, doubled or out of order, of all up to a position. */
  async problemsOf(store: EventStore, upTo = 2n ** 62n): Promise<string[]> {
    const problems: string[] = [];
    const appends = new Map<string, Seen>();
    const heads = new Map<string, bigint>();
    let position = 0n;
    for await (const event of store.readAll()) {
      if (event.position.commit <= position) problems.push(`position ${position} comes again`);
      position = event.position.commit;
      problems.push(...this.see(event, appends, heads));
    }
    const torn = [...appends].filter(([, seen]) => isTorn(seen));
    const lost = [...this.acknowledged].filter(
      ([append, place]) =>
        place.position <= upTo &&
        !isAt(appends.get(append)?.last, place) &&
        !mayBeTrimmed(place, heads),
    );
    return [
      ...problems,
      ...torn.map(([append]) => `torn: ${append}`),
      ...lost.map(([append]) => `lost or moved: ${append}`),
    ];
  }

  private see(
    event: RecordedEvent,
    appends: Map<string, Seen>,
    heads: Map<string, bigint>,
  ): readonly string[] {
    const { stream, revision } = event;
    const { append, of, index } = event.metadata as { append: string; of: number; index: number };
    const problems: string[] = [];
    const head = heads.get(stream) ?? -1n;
    const next = TRIMMED.test(stream) ? revision > head : revision === head + 1n;
    if (!next) problems.push(`stream ${stream} has revision ${revision} behind ${head}`);
    heads.set(stream, revision);

    const seen = appends.get(append) ?? { count: 0, of, first: index, last: event };
    if (seen.first + seen.count !== index) problems.push(`append ${append} is out of order`);
    seen.count += 1;
    seen.last = event;
    appends.set(append, seen);
    return problems;
  }
}

/** A scavenge removes from the front, never from the end. */
function isTorn({ count, of, first, last }: Seen): boolean {
  return first + count !== of || (first > 0 && !TRIMMED.test(last.stream));
}

function isAt(event: RecordedEvent | undefined, place: Acknowledged): boolean {
  if (event?.stream !== place.stream) return false;
  return event.revision === place.revision && event.position.commit === place.position;
}

function mayBeTrimmed({ stream, revision }: Acknowledged, heads: Map<string, bigint>): boolean {
  return TRIMMED.test(stream) && revision <= (heads.get(stream) ?? -1n) - TRIMMED_TO;
}
