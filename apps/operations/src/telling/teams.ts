import type { Channel } from './channel.js';
import { detailsOf, headlineOf, type Message } from './message.js';
import { post, type Reach } from './post.js';

/** A flow of Microsoft Teams that begins with a request; its URL is the secret. */
export function teams(flowUrl: string, reach: Reach): Channel {
  return {
    name: 'teams',
    send: (message, signal) =>
      post(reach, { url: flowUrl, body: JSON.stringify(bodyOf(message)) }, signal),
  };
}

/** An adaptive card, in the envelope that the flow's step "post card" takes. */
function bodyOf(message: Message): object {
  const { acknowledgeUrl } = message;
  const lines = detailsOf(message).map((text) => ({ type: 'TextBlock', text, wrap: true }));
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      {
        type: 'TextBlock',
        text: headlineOf(message),
        weight: 'Bolder',
        size: 'Medium',
        wrap: true,
      },
      ...lines,
    ],
    ...(acknowledgeUrl !== null && {
      actions: [{ type: 'Action.OpenUrl', title: 'Answer', url: acknowledgeUrl }],
    }),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}
