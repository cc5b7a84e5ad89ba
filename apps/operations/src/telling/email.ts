import { createTransport } from 'nodemailer';
import { failed, type Channel, type Sent } from './channel.js';
import { detailsOf, headlineOf, type Message } from './message.js';

export type EmailSettings = {
  /** As in `smtps://user:password@mail.example:465`. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Addresses, separated by commas. */
  readonly to: string;
};

const TIMEOUT_MS = 10_000;

/** From here on a server says that the same again would be refused again (RFC 5321). */
const PERMANENT = 500;

/** E-mail over SMTP. Files and URLs are never read into a message. */
export function email({ smtpUrl, from, to }: EmailSettings): Channel {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'email',
    async send(message) {
      try {
        await transport.sendMail({ from, to, ...contentOf(message) });
        return { ok: true };
      } catch (error) {
        return failureOf(error as { code?: string; responseCode?: number });
      }
    },
  };
}

/** All mails of an incident are one thread. */
function contentOf(message: Message): Record<string, unknown> {
  const { incident, telling, acknowledgeUrl } = message;
  const thread = `<incident-${incident.incidentId}@assay.invalid>`;
  const isFirst = telling.reason === 'opened';
  const text = [...detailsOf(message), ...(acknowledgeUrl === null ? [] : [acknowledgeUrl])];
  return {
    subject: headlineOf(message),
    text: text.join('\n'),
    ...(isFirst ? { messageId: thread } : { inReplyTo: thread, references: thread }),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** Codes alone: what a server answers may repeat an address. */
function failureOf({
  code = 'unknown',
  responseCode,
}: {
  code?: string;
  responseCode?: number;
}): Sent {
  const isWorthRepeating = responseCode === undefined || responseCode < PERMANENT;
  const reason = responseCode === undefined ? code : `${code}, answered ${responseCode}`;
  return failed(reason, { isWorthRepeating });
}
