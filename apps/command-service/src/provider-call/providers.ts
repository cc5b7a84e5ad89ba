import type { Money } from '#money';
import { PaymentError, type ProviderName } from '#payments';
import type { MovedBy, OptionalOperation, PaymentProvider } from '#provider-port';

/** The connected providers, by name. */
export class Providers {
  readonly #byName: ReadonlyMap<ProviderName, PaymentProvider>;

  constructor(providers: readonly PaymentProvider[]) {
    this.#byName = new Map(providers.map((provider) => [provider.name, provider]));
  }

  get all(): readonly PaymentProvider[] {
    return [...this.#byName.values()];
  }

  /** Those that would not be asked now, since they did not answer. */
  get away(): ReadonlySet<ProviderName> {
    const away = this.all.filter(({ isAway }) => isAway);
    return away.length === 0 ? NONE : new Set(away.map(({ name }) => name));
  }

  /** Why a provider cannot move an amount; null when it can. */
  refusalOf(name: ProviderName, amount: Money): string | null {
    const provider = this.#byName.get(name);
    return provider ? provider.refusalOf(amount, 'authorise') : `${name} is not connected`;
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

const NONE: ReadonlySet<ProviderName> = new Set();
