import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { changeStream, EventStore, idOf } from '#event-store';
import { Clock, Logger, Problem } from '#platform';
import { placeOf, type Vault } from '#privacy';
import { Locks } from '../payment/locks.js';
import { CrashPoints } from '../provider-call/crash-points.js';
import {
  ERASURES,
  ERASURES_STREAM,
  erasuresOf,
  type Erasure,
  type ErasureEvent,
  type ErasureRequested,
  type Erasures as Recorded,
} from './erasure-stream.js';
import { Sealing } from '../sealing/sealing.js';
import { recordedErasures, subjectOf } from './replay-erasures.js';
import { isMoneyOpen, SubjectPayments, type Subject } from './subject-payments.js';

const NAMED_MAX = 5;

/** Why an erasure is asked for, and by whom. */
export type Asked = { readonly reason: string; readonly person: string };

type Done = Erasure & { readonly erased: NonNullable<Erasure['erased']> };

/**
 * Destroys the keys of subjects: recorded first, so that a crash leaves a promise that the next
 * start keeps, then destroyed, then recorded as done.
 */
@Injectable()
export class Erasures implements OnApplicationBootstrap {
  constructor(
    private readonly eventStore: EventStore,
    private readonly payments: SubjectPayments,
    private readonly sealing: Sealing,
    private readonly locks: Locks,
    private readonly clock: Clock,
    private readonly crashPoints: CrashPoints,
    private readonly logger: Logger,
  ) {}

  /** Records promises that a crash left open as kept: `replayErasures` has kept them by now. */
  async onApplicationBootstrap(): Promise<void> {
    const { vault } = this.sealing;
    if (!vault) return;
    for (const erasure of (await this.recorded()).values()) {
      if (erasure.erased === null) await this.#finish(vault, erasure.requested);
    }
  }

  recorded(): Promise<Recorded> {
    return recordedErasures(this.eventStore);
  }

  /**
   * A repeat answers what was done; a customer who came back since is erased once more.
   *
   * @throws Problem `not-found`, `erasure-money-open`, or `privacy-off`.
   */
  erase(subject: Subject, asked: Asked): Promise<Done> {
    const vault = this.vault();
    const name = subjectOf(subject);
    return this.locks.run(`erasure-${name}`, async () => {
      const before = erasuresOf(await this.recorded(), subject).at(-1);
      if (before && before.erased === null) return this.#finish(vault, before.requested);
      const isLive = vault.statusOf(name).some(({ state }) => state === 'live');
      if (before?.erased && !isLive) return { ...before, erased: before.erased };
      return this.#finish(vault, await this.#request(vault, subject, asked));
    });
  }

  vault(): Vault {
    const { vault } = this.sealing;
    if (!vault) throw new Problem('privacy-off');
    return vault;
  }

  async #request(
    vault: Vault,
    subject: Subject,
    { reason, person }: Asked,
  ): Promise<ErasureRequested['data']> {
    const payments = await this.payments.of(subject);
    const keys = vault.statusOf(subjectOf(subject));
    if (payments.length === 0 && keys.length === 0) {
      throw new Problem('not-found', 'this client has no payment of such a customer');
    }
    const open = payments.filter(({ payment }) => isMoneyOpen(payment));
    if (open.length > 0) {
      const named = open.slice(0, NAMED_MAX).map(({ paymentId }) => paymentId);
      throw new Problem('erasure-money-open', `${open.length} payments, as ${named.join(', ')}`);
    }
    // By what is recorded, and not by keys: a file of keys from before may have fewer of them.
    const count = erasuresOf(await this.recorded(), subject).length;
    const erasureId = idOf('erasure', subjectOf(subject), `after ${count}`);
    const data = {
      erasureId,
      ...subject,
      reason,
      requestedBy: person,
      payments: payments.length,
      requestedAt: this.clock.nowIso,
    };
    await this.#record({ type: 'ErasureRequested', data }, person);
    this.crashPoints.reachErasure('requested');
    return data;
  }

  async #finish(vault: Vault, requested: ErasureRequested['data']): Promise<Done> {
    const { erasureId, client, customerId, payments, requestedBy } = requested;
    const keyNames = vault.destroy(subjectOf({ client, customerId })).map(({ name }) => name);
    this.crashPoints.reachErasure('destroyed');
    const erasedAt = this.clock.nowIso;
    const said = { client, customerId, keys: keyNames, payments, erasedAt };
    const receipt = this.sealing.receipts().sign(said);
    const keys = keyNames.map(placeOf);
    const data = { erasureId, client, customerId, keys, keyNames, receipt, erasedAt };
    await this.#record({ type: 'SubjectErased', data }, requestedBy);
    this.logger.info({ erasureId, keys: keys.length }, 'the keys of a subject are destroyed');
    return { requested, erased: data };
  }

  async #record(event: ErasureEvent, actor: string): Promise<void> {
    const { erasureId, client } = event.data;
    const cause = { client, actor, commandId: erasureId };
    const target = { stream: ERASURES_STREAM, type: ERASURES };
    await changeStream(this.eventStore, target, cause, (erasures) => {
      const known = erasures.get(erasureId);
      const isKnown = event.type === 'ErasureRequested' ? known !== undefined : known?.erased;
      return isKnown ? [] : [event];
    });
  }
}
