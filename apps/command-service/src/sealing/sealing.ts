import { isLost } from '#event-shapes';
import type { EventOf } from '#payments';
import type { Vault } from '#privacy';
import { Receipts } from './receipt.js';

type Initiated = EventOf<'PaymentInitiated'>['data'];

/** Whether personal texts are sealed, and the keys they are sealed with. */
export class Sealing {
  #receipts: Receipts | null = null;

  /** @param folder of the keys; used where there is a vault. */
  constructor(
    readonly vault: Vault | null,
    private readonly folder = '',
  ) {}

  /** Made at the first erasure. @throws InvalidKey */
  receipts(): Receipts {
    this.#receipts ??= new Receipts(this.folder);
    return this.#receipts;
  }

  get isOn(): boolean {
    return this.vault !== null;
  }

  /** A payment as those see it who read sealed texts: card and device by their links. */
  linked(payment: Initiated): Initiated {
    const { card, deviceId } = payment;
    if (!this.vault || (card === null && deviceId === null)) return payment;
    return {
      ...payment,
      card: card && { ...card, fingerprint: this.#linkOf(card.fingerprint) },
      deviceId: this.#linkOf(deviceId),
    };
  }

  #linkOf(text: string | null): string | null {
    return text === null || isLost(text) || !this.vault ? null : this.vault.linkOf(text);
  }
}
