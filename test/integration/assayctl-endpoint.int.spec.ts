import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { WebhooksUnderTest } from '../support/webhooks-under-test.js';

const MAIN = fileURLToPath(new URL('../../dist/apps/assayctl/src/main.js', import.meta.url));

let system: WebhooksUnderTest;

beforeEach(async () => {
  system = await WebhooksUnderTest.start();
});

afterEach(async () => {
  await system.stop();
});

it('assayctl creates, edits and tests an endpoint, and lists its deliveries', async () => {
  const url = `${system.receiver.url}/hooks`;
  const created = await assayctl('create', url, '--types', 'payment.captured');
  const { endpointId, secret } = JSON.parse(created) as Record<string, string>;
  expect(secret).toMatch(/^whsec_/);
  const id = endpointId ?? '';
  const edited = await assayctl('edit', id, '--types', '*', '--description', 'a shop');
  expect(JSON.parse(edited)).toMatchObject({ url, description: 'a shop', messageTypes: ['*'] });
  system.receiver.answer = () => (to) => to.writeHead(500).end('out of order');
  expect(JSON.parse(await assayctl('test', id))).toMatchObject({
    outcome: 'failed',
    answer: { body: 'out of order' },
  });
  expect(await assayctl('deliveries', id)).toMatch(/failed +1 +webhook\.test +500 +answered 500\n/);
  expect(await assayctl('deliveries', id, '--outcome', 'arrived')).not.toContain('webhook.test');
  const { items } = JSON.parse(await assayctl('deliveries', id, '--json')) as { items: object[] };
  expect(items).toMatchObject([{ answer: { body: 'out of order' } }]);
});

async function assayctl(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, 'endpoint', ...args], {
    env: {
      ASSAY_OPERATIONS_URL: system.url,
      ASSAY_URL: system.url,
      ASSAY_API_KEY: 'shop',
      DATA_DIR: system.folder,
    },
  });
  return stdout;
}
