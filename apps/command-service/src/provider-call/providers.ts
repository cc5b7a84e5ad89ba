import type { Money } from '#money';
import { PaymentError, type ProviderName } from '#payments';
import type { MovedBy, OptionalOperation, PaymentProvider } from '#providers';

/** The connected providers, by name. */
export class Providers {
  readonly #byName: ReadonlyMap<ProviderName, PaymentProvider>;

  constructor(providers: readonly PaymentProvider[]) {
    this.#byName = new Map(providers.map((provider) => [provider.name, provider]));
  }

  get all(): readonly PaymentProvider[] {
    return [...this.#byName.values()];
  }

  get(name: ProviderName): PaymentProvider {
    const provider = this.#byName.get(name);
    if (!provider) throw new TypeError(`provider ${name} is not connected`);
    return provider;
  }

  /** @throws PaymentError `operation-not-supported` */
  assertSupports(name: ProviderName, operation: OptionalOperation): void {
    if (!this.get(name).supports(operation)) {
      throw new PaymentError('operation-not-supported', { provider: name, operation });
    }
  }

  /** @throws PaymentError `amount-not-supported` when the provider could only round or refuse. */
  assertMovable(name: ProviderName, amount: Money, movedBy: MovedBy): void {
    const reason = this.get(name).refusalOf(amount, movedBy);
    if (reason !== null) {
      throw new PaymentError('amount-not-supported', { amount: amount.toString(), reason });
    }
  }
}
