import {
  MESSAGE_MEANINGS,
  MESSAGE_SCHEMA,
  type AnnouncedEventType,
  type WebhookMessage,
} from '#outgoing-webhooks';
import { PAYMENT_EVENT_TYPES, PAYMENT_EVENTS } from '#payments';
import { webhookExamples } from './webhook-examples.js';

const HEAD = `# Types of webhooks

Made from the catalogue of events by \`npm run generate\`; do not edit it. How webhooks are sent and
verified is in [webhooks](webhooks.md), the form of each message in the JSON Schema
[webhook-message.schema.json](webhook-message.schema.json).`;

const RISK = `\`payment.declined\` is also sent for a payment that the assessment of its risk declined
before an issuer was asked; its \`code\` is \`risk\`.`;

/** The page of all types of messages, each with an example. */
export function webhookEventsPage(): string {
  const examples = [...webhookExamples()];
  const untold = PAYMENT_EVENT_TYPES.flatMap((type) => {
    const { announced } = PAYMENT_EVENTS[type];
    return typeof announced === 'string' ? [] : [`| \`${type}\` | ${announced.untold} |`];
  });
  return [
    HEAD,
    ['| type | sent when | event |', '| --- | --- | --- |', ...examples.map(rowOf)].join('\n'),
    RISK,
    '## What is not sent',
    ['| event | why |', '| --- | --- |', ...untold].join('\n'),
    '## Examples',
    ...examples.map(sectionOf),
  ].join('\n\n');
}

export function webhookSchema(): string {
  return JSON.stringify(MESSAGE_SCHEMA);
}

type Example = readonly [AnnouncedEventType, WebhookMessage];

function rowOf([event, { type }]: Example): string {
  return `| \`${type}\` | ${MESSAGE_MEANINGS[type]} | \`${event}\` |`;
}

function sectionOf([, message]: Example): string {
  return `### ${message.type}\n\n\`\`\`json\n${JSON.stringify(message, null, 2)}\n\`\`\``;
}
