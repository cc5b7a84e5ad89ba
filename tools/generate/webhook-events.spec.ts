import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { MESSAGE_SCHEMA, MESSAGE_TYPES } from '#outgoing-webhooks';
import { webhookExamples } from './webhook-examples.js';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const isMessage = ajv.compile(MESSAGE_SCHEMA);

describe('the examples of webhooks', () => {
  it.each([...webhookExamples().values()])('are as the schema says: $type', (message) => {
    isMessage(JSON.parse(JSON.stringify(message)));
    expect(isMessage.errors ?? []).toEqual([]);
  });

  it('are one of each type', () => {
    const types = [...webhookExamples().values()].map(({ type }) => type);
    expect(types.sort()).toEqual([...MESSAGE_TYPES].sort());
  });

  it('name the capture, refund or dispute that changed', () => {
    const changed = [...webhookExamples().values()].map(({ type, data: { change } }) => ({
      type,
      change: { ...change },
    }));
    const of = (type: string) => changed.find((each) => each.type === type)?.change;
    expect(of('payment.captured')?.captureId).toMatch(/^7c9e6679/);
    expect(of('payment.refund_requested')?.refundId).toMatch(/^7c9e6679/);
    expect(of('dispute.opened')).toMatchObject({ disputeId: 'dp_1' });
    expect(of('dispute.opened')?.captureId).toMatch(/^7c9e6679/);
  });
});

describe('the schema of a webhook', () => {
  const [example] = webhookExamples().values();

  it.each([
    ['a field that is not in it', { ...example, more: 1 }],
    ['no field that is in it', { ...example, data: {} }],
    ['a type that is never sent', { ...example, type: 'payment.lost' }],
    ['an amount as a number', { ...example, data: { ...example?.data, amount: 1 } }],
  ])('refuses %s', (_what, message) => {
    expect(isMessage(message)).toBe(false);
  });
});

describe('the page of webhooks', () => {
  it('shows one of the examples in the words of the guide', () => {
    const guide = readFileSync('docs/webhooks.md', 'utf8');
    const [text = ''] = /(?<=```json\n)[^]*?(?=\n```)/.exec(guide) ?? [];
    isMessage(JSON.parse(text));
    expect(isMessage.errors ?? []).toEqual([]);
  });
});
