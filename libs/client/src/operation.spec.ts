import { ApiClient, type Call } from './api-client.js';
import { callOperation, type OperationCall } from './operation.js';

/** Notes what would have been sent. */
class NotedCalls extends ApiClient {
  readonly calls: Call[] = [];

  override send(call: Call): Promise<unknown> {
    this.calls.push(call);
    return Promise.resolve({});
  }
}

describe('an operation', () => {
  it('puts every part of its input where it belongs', async () => {
    const input = {
      paymentId: 'a/b',
      query: { waitMs: 5, cursor: undefined, status: ['held', 'captured'] },
      body: { final: true },
      idempotencyKey: 'k',
    };
    expect(await sent({ method: 'POST', path: '/v1/payments/{paymentId}/x', input })).toEqual({
      method: 'POST',
      path: '/v1/payments/a%2Fb/x?waitMs=5&status=held&status=captured',
      body: { final: true },
      idempotencyKey: 'k',
    });
  });

  it.each(['', '.', '..', undefined])('goes to no other one by the id %j', async (paymentId) => {
    const call = { method: 'POST', path: '/v1/payments/{paymentId}/void', input: { paymentId } };
    await expect(sent(call)).rejects.toThrow(/^paymentId .* is no part of a path$/);
  });

  it('needs none', async () => {
    expect(await sent({ method: 'GET', path: '/v1/jobs' })).toEqual({
      method: 'GET',
      path: '/v1/jobs',
    });
  });
});

async function sent(call: OperationCall): Promise<Call | undefined> {
  const api = new NotedCalls({ url: 'http://127.0.0.1' });
  await callOperation(api, call);
  return api.calls[0];
}
