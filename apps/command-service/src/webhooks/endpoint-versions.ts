import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { PaymentProvider } from '#provider-port';
import { Logger } from '#platform';
import { Providers } from '../provider-call/providers.js';

/** Says at the start where a provider would send webhooks in a version that we do not read. */
@Injectable()
export class EndpointVersions implements OnApplicationBootstrap {
  constructor(
    private readonly providers: Providers,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.check();
  }

  async check(): Promise<void> {
    await Promise.all(this.providers.all.map((provider) => this.#checkOne(provider)));
  }

  /** Nothing waits for it: where the key may not see endpoints, the first delivery tells. */
  async #checkOne(provider: PaymentProvider): Promise<void> {
    const { name } = provider;
    try {
      for (const endpoint of await provider.differingEndpoints()) {
        this.logger.error(
          { provider: name, ...endpoint },
          'endpoint has another version of the API',
        );
      }
    } catch (error) {
      this.logger.info({ provider: name, err: error }, 'endpoint versions not checked');
    }
  }
}
