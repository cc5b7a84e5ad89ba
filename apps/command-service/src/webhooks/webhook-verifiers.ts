import type { WebhookVerifier } from '#provider-port';

/** The verifiers of the connected providers, by the name in the URL. */
export class WebhookVerifiers {
  readonly #byProvider: ReadonlyMap<string, WebhookVerifier>;

  constructor(verifiers: readonly WebhookVerifier[]) {
    this.#byProvider = new Map(verifiers.map((verifier) => [verifier.provider, verifier]));
  }

  get(provider: string): WebhookVerifier | undefined {
    return this.#byProvider.get(provider);
  }
}
