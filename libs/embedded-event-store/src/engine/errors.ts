/** Why a store folder could not be opened. */
export type OpenRefusal = 'in-use' | 'other-format' | 'not-writable';

/** The store folder cannot be opened; the message says why and what to do. */
export class StoreNotOpened extends Error {
  override readonly name = 'StoreNotOpened';

  constructor(
    readonly reason: OpenRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
