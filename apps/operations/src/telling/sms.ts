import type { Channel } from './channel.js';
import { headlineOf } from './message.js';
import { post, type Reach } from './post.js';

export type SmsSettings = {
  readonly accountSid: string;
  readonly authToken: string;
  readonly from: string;
  readonly to: string;
  readonly baseUrl: string;
};

/** Two parts of a message; more would cost more and be read no sooner. */
const TEXT_CHARS_MAX = 300;

/** Messages of Twilio. An SMS tells what calls a person, and not how it goes on. */
export function sms(
  { accountSid, authToken, from, to, baseUrl }: SmsSettings,
  reach: Reach,
): Channel {
  const path = `/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`;
  const url = new URL(path, baseUrl).href;
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  const headers = {
    authorization: `Basic ${credentials}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  return {
    name: 'sms',
    send: (message, signal) => {
      const Body = `Assay: ${headlineOf(message)}`.slice(0, TEXT_CHARS_MAX);
      const body = new URLSearchParams({ To: to, From: from, Body }).toString();
      return post(reach, { url, headers, body }, signal);
    },
  };
}
