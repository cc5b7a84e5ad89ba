import type { Channel } from './channel.js';
import { detailsOf, headlineOf, type Message } from './message.js';
import { post, type Reach } from './post.js';

const HEADER_CHARS_MAX = 150;
const SECTION_CHARS_MAX = 3_000;

/** An incoming webhook of Slack; its URL is the secret. */
export function slack(webhookUrl: string, reach: Reach): Channel {
  return {
    name: 'slack',
    send: (message, signal) =>
      post(reach, { url: webhookUrl, body: JSON.stringify(bodyOf(message)) }, signal),
  };
}

function bodyOf(message: Message): object {
  const headline = headlineOf(message);
  const { acknowledgeUrl } = message;
  const header = { type: 'plain_text', text: headline.slice(0, HEADER_CHARS_MAX) };
  const details = detailsOf(message).map(escaped).join('\n').slice(0, SECTION_CHARS_MAX);
  const answer = {
    type: 'actions',
    elements: [
      { type: 'button', text: { type: 'plain_text', text: 'Answer' }, url: acknowledgeUrl },
    ],
  };
  return {
    text: escaped(headline),
    blocks: [
      { type: 'header', text: header },
      { type: 'section', text: { type: 'mrkdwn', text: details } },
      ...(acknowledgeUrl === null ? [] : [answer]),
    ],
  };
}

/** These three have a meaning in Slack's text; a name of a person or group could ring it. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
