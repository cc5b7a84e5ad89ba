import type { PaymentProvider } from '#provider-port';

/** The providers whose books are imported. */
export class BookedProviders {
  constructor(readonly all: readonly PaymentProvider[]) {}
}
