import type { Channel } from './channel.js';
import { detailsOf, headlineOf, type Message } from './message.js';
import { post, type Reach } from './post.js';

export type TelegramSettings = {
  readonly token: string;
  readonly chatId: string;
  readonly baseUrl: string;
};

const TEXT_CHARS_MAX = 4_096;

/** A bot of Telegram. The token is a part of the address, which is therefore never told. */
export function telegram({ token, chatId, baseUrl }: TelegramSettings, reach: Reach): Channel {
  const url = new URL(`/bot${token}/sendMessage`, baseUrl).href;
  return {
    name: 'telegram',
    send: (message, signal) => {
      const text = textOf(message).slice(0, TEXT_CHARS_MAX);
      // A preview would open the link by itself.
      const body = { chat_id: chatId, text, link_preview_options: { is_disabled: true } };
      return post(reach, { url, body: JSON.stringify(body) }, signal);
    },
  };
}

function textOf(message: Message): string {
  const { acknowledgeUrl } = message;
  const link = acknowledgeUrl === null ? [] : [acknowledgeUrl];
  return [headlineOf(message), ...detailsOf(message), ...link].join('\n');
}
