import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAYPAL_WEBHOOK_TYPES } from './paypal/facts.js';
import { STRIPE_WEBHOOK_TYPES } from './stripe/facts.js';

const PAGE = readFileSync(
  join(import.meta.dirname, '../../../docs/runbooks/connect-providers.md'),
  'utf8',
);

describe('the events that the runbook says to subscribe to', () => {
  it.each([
    ['stripe', STRIPE_WEBHOOK_TYPES],
    ['paypal', PAYPAL_WEBHOOK_TYPES],
  ])('are those we act on: %s', (provider, types) => {
    const block = new RegExp(`\`\`\`text ${provider}\\n([^\`]+)\`\`\``).exec(PAGE)?.[1] ?? '';
    expect(block.split(/\s+/).filter((type) => type !== '')).toEqual(types);
  });
});
