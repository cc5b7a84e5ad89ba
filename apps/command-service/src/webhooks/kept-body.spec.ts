import { keptBody } from './kept-body.js';

const BODY = Buffer.from('{"payer":{"name":"Zach"}}');

describe('the body of a delivery', () => {
  it('is kept as it came where texts are sealed, and nowhere else', () => {
    expect(keptBody(BODY, true)).toEqual({ body: '{"payer":{"name":"Zach"}}' });
    expect(keptBody(BODY, false)).toEqual({});
    expect(keptBody(null, true)).toEqual({});
  });

  it.each(['{"note":"4242 4242 4242 4242"}', '{"cvc":"123"}', 'no JSON'])(
    'is left out when it may hold card data: %s',
    (text) => {
      expect(keptBody(Buffer.from(text), true)).toEqual({});
    },
  );
});
