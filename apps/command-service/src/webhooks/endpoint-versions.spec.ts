import { ProviderMisuse } from '#provider-port';
import type { Logger } from '#platform';
import { ScriptedProvider } from '../../../../test/support/scripted-provider.js';
import { Providers } from '../provider-call/providers.js';
import { EndpointVersions } from './endpoint-versions.js';

const OLD = { url: 'https://shop.example/v1/webhooks/stripe', version: '2022-08-01' };

class AskedProvider extends ScriptedProvider {
  constructor(private readonly answer: () => readonly (typeof OLD)[]) {
    super();
  }

  override async differingEndpoints() {
    return this.answer();
  }
}

async function said(answer: () => readonly (typeof OLD)[]): Promise<unknown[]> {
  const lines: unknown[] = [];
  const keep = (level: string) => (fields: object, message: string) =>
    lines.push([level, message, fields]);
  const logger = { error: keep('error'), info: keep('info') } as unknown as Logger;
  await new EndpointVersions(new Providers([new AskedProvider(answer)]), logger).check();
  return lines;
}

describe('the endpoints at a provider', () => {
  it('are named at the start where they have another version of the API', async () => {
    const message = 'endpoint has another version of the API';
    expect(await said(() => [OLD])).toEqual([['error', message, { provider: 'stripe', ...OLD }]]);
    expect(await said(() => [])).toEqual([]);
  });

  it('keep nothing from starting where the key may not see them', async () => {
    const lines = await said(() => {
      throw new ProviderMisuse('stripe', 'no permission');
    });
    expect(lines).toMatchObject([['info', 'endpoint versions not checked', {}]]);
  });
});
