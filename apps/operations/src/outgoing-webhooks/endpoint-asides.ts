import type { RootDatabase } from 'lmdb';
import type { EndpointAside } from './delivery.js';

const KIND = 'endpoint-aside';
const AFTER_ALL = '\uffff';

/** The endpoints to which nothing is sent for now, in the queue's own database. */
export class EndpointAsides {
  constructor(private readonly database: RootDatabase<unknown, (string | number)[]>) {}

  of(endpointId: string): EndpointAside | null {
    return (this.database.get([KIND, endpointId]) ?? null) as EndpointAside | null;
  }

  all(): [endpointId: string, aside: EndpointAside][] {
    const range = { start: [KIND], end: [KIND, AFTER_ALL] };
    return [...this.database.getRange(range)].map(({ key: [, id], value }) => [
      String(id),
      value as EndpointAside,
    ]);
  }

  /** @param aside null: its events can be read. */
  async set(endpointId: string, aside: EndpointAside | null): Promise<void> {
    if (aside) await this.database.put([KIND, endpointId], aside);
    else await this.database.remove([KIND, endpointId]);
  }
}
