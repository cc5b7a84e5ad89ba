import { sign } from '#outgoing-webhooks';
import type { Attempt, AttemptLog } from './attempt-log.js';
import type { DeliverySettings } from './delivery-settings.js';
import { send, type Answer } from './send.js';
import type { TriedMessage } from './tried-message.js';

type Means = {
  readonly settings: DeliverySettings;
  readonly log: AttemptLog;
  readonly signal: AbortSignal;
};

/** Signs and sends a message once; the log has it before, so that a crash leaves it as unknown. */
export async function attempt(
  tried: TriedMessage,
  { settings, log, signal }: Means,
): Promise<{ readonly answer: Answer; readonly logged: Attempt }> {
  const { endpoint, body } = tried;
  const { timeoutMs, now } = settings;
  const logged = await log.begin(tried, now());
  // What waits is sealed; what is sent, and signed, says the words, or that they are erased.
  const sent = { ...tried, body: settings.openTexts?.(body) ?? body };
  const headers = headersOf(sent, settings);
  const { url } = endpoint;
  const answer = await send({
    url,
    headers,
    body: sent.body,
    timeoutMs,
    rules: settings,
    signal,
    now,
  });
  return { answer, logged };
}

function headersOf(
  { endpoint, messageId: id, body, payment }: TriedMessage,
  { signing, now }: DeliverySettings,
): Record<string, string> {
  const nowMs = now();
  const timestampSeconds = Math.floor(nowMs / 1_000);
  const signature = sign({ id, timestampSeconds, body }, signing.secretsOf(endpoint, nowMs));
  return {
    'content-type': 'application/json',
    'user-agent': 'assay-webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signature,
    ...(payment === null && { 'webhook-test': 'true' }),
  };
}
