import type { EventStore, RecordedEvent } from '#event-store';
import type { Config } from '../config.js';
import { openTextsOf } from '../sealed-texts.js';

/** All that a look back at payments needs of an event store. */
export type PaymentsRead = Pick<EventStore, 'readAll'>;

/**
 * Past payments with cards and devices in clear, since rules name them so. Those of erased payers
 * are marks, which meet no rule.
 */
export class OpenedPayments implements PaymentsRead {
  readonly #open: (json: string) => string;

  constructor(
    private readonly store: EventStore,
    config: Config,
  ) {
    this.#open = openTextsOf(config);
  }

  async *readAll(options?: Parameters<EventStore['readAll']>[0]): AsyncGenerator<RecordedEvent> {
    for await (const recorded of this.store.readAll(options)) {
      if (recorded.type !== 'PaymentInitiated') yield recorded;
      else yield { ...recorded, data: this.#opened(recorded.data) };
    }
  }

  #opened(data: RecordedEvent['data']): RecordedEvent['data'] {
    const json = JSON.stringify(data);
    const open = this.#open(json);
    return open === json ? data : (JSON.parse(open) as RecordedEvent['data']);
  }
}
