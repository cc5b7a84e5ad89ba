import type { RootDatabase } from 'lmdb';
import { formatPosition, parsePosition, type Mark } from '#event-store';

type StoredMark = { readonly position: string; readonly eventId: string | null };

const AFTER_ALL = '\uffff';

/** How far the events were read, in the queue's own database. */
export class FeedProgress {
  constructor(private readonly database: RootDatabase<unknown, (string | number)[]>) {}

  /** The last event that was read; null before the first. */
  get last(): Mark | null {
    const stored = this.database.get(['last']) as StoredMark | undefined;
    if (stored) return markFrom(stored);
    // Queues of before kept the position alone.
    const position = this.database.get(['checkpoint']) as string | undefined;
    return position === undefined ? null : markFrom({ position, eventId: null });
  }

  /**
   * Some of the events that were read, oldest first: where to go on in a store that was restored.
   */
  marks(): Mark[] {
    const range = { start: ['mark'], end: ['mark', AFTER_ALL] };
    return [...this.database.getRange(range)].map(({ value }) => markFrom(value as StoredMark));
  }

  /**
   * Within a transaction of the queue.
   *
   * @param keep whether the mark stays beside later ones.
   */
  note(last: Mark, keep: boolean): void {
    void this.database.put(['last'], storedFrom(last));
    if (keep) void this.database.put(['mark', keyOf(last)], storedFrom(last));
  }

  /** Goes back to an earlier event, or to the start; what waits to be sent stays. */
  async rewind(to: Mark | null): Promise<void> {
    await this.database.transaction(() => {
      const start = to ? ['mark', keyOf(to), AFTER_ALL] : ['mark'];
      const later = [...this.database.getKeys({ start, end: ['mark', AFTER_ALL] })];
      for (const key of [...later, ['checkpoint']]) void this.database.remove(key);
      if (to) void this.database.put(['last'], storedFrom(to));
      else void this.database.remove(['last']);
    });
  }
}

function markFrom({ position, eventId }: StoredMark): Mark {
  return { position: parsePosition(position), eventId };
}

function storedFrom({ position, eventId }: Mark): StoredMark {
  return { position: formatPosition(position), eventId };
}

/** Sorts as positions do. */
function keyOf({ position: { commit } }: Mark): string {
  return String(commit).padStart(20, '0');
}
