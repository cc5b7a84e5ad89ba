import { withoutNulls } from './without-nulls.js';

class Request {
  name?: string | null;
  inner?: Request | null;
  list?: readonly Request[];
  policy?: object | null;
}

function request(fields: Partial<Request>): Request {
  return Object.assign(new Request(), fields);
}

describe('the nulls of a request', () => {
  it('are taken off it and off the requests in it', () => {
    const inner = request({ name: null, inner: null });
    const whole = request({ name: null, inner, list: [request({ name: null })] });
    expect(JSON.stringify(withoutNulls(whole))).toBe('{"inner":{},"list":[{}]}');
  });

  it('stay in what is no request of ours', () => {
    const policy = { costs: null, rules: [null] };
    expect(JSON.stringify(withoutNulls(request({ policy })))).toBe(
      '{"policy":{"costs":null,"rules":[null]}}',
    );
  });

  it.each([null, undefined, 'text', 7])('leave %j alone', (value) => {
    expect(withoutNulls(value)).toBe(value);
  });
});
