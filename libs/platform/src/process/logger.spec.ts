import { createLogger } from './logger.js';

const SECRET = 'sk-of-a-provider';
const NAMES = ['authorization', 'Authorization', 'clientSecret', 'client_secret', 'cookie'];
const IN: Readonly<Record<string, (fields: object) => object>> = {
  'a field': (fields) => fields,
  'headers of a request': (headers) => ({ req: { headers } }),
  'a list': (fields) => ({ calls: [{ call: [fields] }] }),
  'an error of an HTTP client': (headers) => ({
    err: Object.assign(new Error('no answer'), { config: { headers: { toJSON: () => headers } } }),
  }),
  'an error under another name': (headers) => ({
    reason: Object.assign(new Error('no answer'), { request: { headers } }),
  }),
  'the cause of an error': (headers) => ({
    err: new Error('no answer', { cause: Object.assign(new Error('inner'), { headers }) }),
  }),
};

describe('a line of the log', () => {
  it.each(Object.keys(IN))('holds no secret in %s', (place) => {
    for (const name of NAMES) {
      const line = logged(IN[place]?.({ [name]: SECRET, status: 503 }) ?? {});
      expect(line).toContain('went wrong');
      expect(line).not.toContain(SECRET);
    }
  });

  it('holds what is no secret as it is', () => {
    const at = new Date(0);
    const err = Object.assign(new TypeError('no answer'), { code: 'ETIMEDOUT', left: { n: 1 } });
    const fields = JSON.parse(logged({ at, list: [1, { a: null }], amount: 12n, err })) as object;
    expect(fields).toMatchObject({
      at: '1970-01-01T00:00:00.000Z',
      list: [1, { a: null }],
      amount: 12,
      err: { type: 'TypeError', message: 'no answer', code: 'ETIMEDOUT', left: { n: 1 } },
    });
  });

  it('is written of what leads back to itself', () => {
    const socket: Record<string, unknown> = { name: 'socket' };
    socket['parser'] = { socket };
    expect(logged({ socket })).toContain('"name":"socket"');
  });
});

function logged(fields: object): string {
  let text = '';
  createLogger('test', 'info', { write: (line) => (text += line) }).warn(fields, 'went wrong');
  return text;
}
