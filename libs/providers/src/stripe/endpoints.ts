import type { DifferingEndpoint } from '#provider-port';
import type { StripeAccount } from './account.js';
import { isOurVersion } from './translated.js';

/** Where this service takes Stripe's webhooks; an account may have endpoints of other systems. */
const OURS = /\/v1\/webhooks\/stripe\/?$/;

/** Endpoints of this service that Stripe writes to in another version than the SDK's. */
export function differingEndpoints({
  stripe,
  attempts,
}: StripeAccount): Promise<readonly DifferingEndpoint[]> {
  return attempts.ask(async () => {
    const differing: DifferingEndpoint[] = [];
    for await (const endpoint of stripe.webhookEndpoints.list({ limit: 100 })) {
      const { url, status, api_version: version } = endpoint;
      if (status !== 'enabled' || !OURS.test(url) || isOurVersion(version)) continue;
      differing.push({ url, version });
    }
    return differing;
  });
}
