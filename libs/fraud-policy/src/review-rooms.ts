import type { CapacityUse } from '#payments';
import type { ReviewCapacity } from './policy.js';
import { firstRoomOf, roomAfter, type ReviewRoom } from './review-capacity.js';

const CLIENTS_MAX = 10_000;

/**
 * Where the bound on reviews stands, for each client by itself, so that none fills another's desk.
 * A client forgotten for want of memory starts from the policy.
 */
export class ReviewRooms {
  readonly #byClient = new Map<string, ReviewRoom>();

  constructor(
    private readonly capacity: ReviewCapacity | undefined,
    private readonly clientsMax = CLIENTS_MAX,
  ) {}

  /** Null where the policy bounds nothing. */
  of(client: string): ReviewRoom | null {
    if (!this.capacity) return null;
    return this.#byClient.get(client) ?? firstRoomOf(this.capacity);
  }

  isKnown(client: string): boolean {
    return this.#byClient.has(client);
  }

  note(client: string, use: CapacityUse | null): void {
    if (!this.capacity || !use) return;
    this.#byClient.delete(client);
    this.#byClient.set(client, roomAfter(this.capacity, use));
    if (this.#byClient.size <= this.clientsMax) return;
    for (const oldest of this.#byClient.keys()) return void this.#byClient.delete(oldest);
  }
}
