import { Controller, Headers, HttpCode, Ip, Param, Post, RawBody } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Clock, Logger, Problem, Public, Translated } from '#platform';
import {
  PROVIDERS,
  ProviderUnavailable,
  WebhookRejected,
  type VerifiedWebhook,
  type WebhookVerifier,
} from '#provider-port';
import { isVersionRead } from '#providers';
import { RefusedWebhooks } from './refused-webhooks.js';
import { WebhookApplier } from './webhook-applier.js';
import { WebhookInbox, type KeptWebhook } from './webhook-inbox.js';
import { WebhookVerifiers } from './webhook-verifiers.js';

type HeaderFields = Readonly<Record<string, string | undefined>>;

export const WEBHOOKS_PATH = '/v1/webhooks/';

/** Deliveries of the providers: checked, kept, answered, and only then applied. */
@ApiTags('webhooks')
@Public()
@Translated()
@Controller('v1/webhooks')
export class WebhooksController {
  readonly #versions = new Set<string>();

  constructor(
    private readonly verifiers: WebhookVerifiers,
    private readonly inbox: WebhookInbox,
    private readonly applier: WebhookApplier,
    private readonly refused: RefusedWebhooks,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  @Post(':provider')
  @HttpCode(200)
  @ApiOperation({ summary: 'Signed webhooks of Stripe and PayPal' })
  @ApiParam({ name: 'provider', enum: PROVIDERS })
  async receive(
    @Param('provider') provider: string,
    @Headers() headers: HeaderFields,
    @RawBody() rawBody: Buffer | undefined,
    @Ip() address: string,
  ): Promise<{ received: true }> {
    const verifier = this.verifiers.get(provider);
    if (!verifier) throw new Problem('not-found');
    const body = rawBody ?? Buffer.alloc(0);
    const webhook = await this.#verify(verifier, headers, body).catch((error: unknown) => {
      const { message } = error as Error;
      if (isRejected(error)) this.refused.note(provider, address, message);
      throw error;
    });
    const { type, eventId, unreadable, foreign } = webhook;
    if (foreign !== undefined) {
      this.logger.warn({ type, eventId, foreign }, 'webhook is not about our account, is ignored');
    }
    if (unreadable !== null) {
      this.logger.error({ type, eventId, unreadable }, 'webhook is unreadable, is looked up');
    }
    this.#noteVersion(webhook);
    const kept = await this.inbox.keep(webhook, body);
    if (kept === null) this.refused.noteRepeated(provider);
    else void this.#apply(kept);
    return { received: true };
  }

  /** Once for each version: the endpoint at the provider is set to it, and has to be changed. */
  #noteVersion({ provider, apiVersion, type }: VerifiedWebhook): void {
    const version = apiVersion ?? 'none';
    if (isVersionRead(provider, apiVersion) || this.#versions.has(version)) return;
    this.#versions.add(version);
    this.logger.error({ provider, version, type }, 'webhooks come in another version of the API');
  }

  async #verify(
    verifier: WebhookVerifier,
    headers: HeaderFields,
    body: Buffer,
  ): ReturnType<WebhookVerifier['verify']> {
    try {
      return await verifier.verify(headers, body, this.clock.now());
    } catch (error) {
      if (error instanceof WebhookRejected) throw new Problem('webhook-rejected', error.message);
      // Where the provider itself is asked about a signature, it has to be there: it sends again.
      if (error instanceof ProviderUnavailable) throw new Problem('unavailable', error.message);
      throw error;
    }
  }

  /** The provider has its answer already; what fails here, the resumer takes up again. */
  async #apply(kept: KeptWebhook): Promise<void> {
    try {
      await this.applier.apply(kept);
    } catch (error) {
      this.logger.warn(
        { err: error, stream: kept.stream },
        'webhook not applied yet, will be resumed',
      );
    }
  }
}

function isRejected(error: unknown): boolean {
  return error instanceof Problem && error.code === 'webhook-rejected';
}
