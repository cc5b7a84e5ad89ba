import { Seal } from './seal.js';

const KEY = 'k'.repeat(32);
const BODY = Buffer.from('{"verdict":"approve"}');
const CONTEXT = ['fraud.score-requested', 'nonce'];

describe('a seal', () => {
  const seal = new Seal(KEY);

  it('proves the message that it was made for', () => {
    const made = seal.of('answer', CONTEXT, BODY);
    expect(new Seal(KEY).proves(made, 'answer', CONTEXT, BODY)).toBe(true);
  });

  it.each([
    ['another body', 'answer', CONTEXT, Buffer.from('{"verdict":"decline"}')],
    ['another question', 'answer', ['fraud.score-requested', 'other'], BODY],
    ['another kind of message', 'stored', CONTEXT, BODY],
    ['the same text cut elsewhere', 'answer', ['fraud.score-requestednonce'], BODY],
  ] as const)('proves nothing for %s', (_name, kind, context, body) => {
    expect(seal.proves(seal.of('answer', CONTEXT, BODY), kind, context, body)).toBe(false);
  });

  it.each(['', 'AAAA', '✓'])('is not proven by %j', (forged) => {
    expect(seal.proves(forged, 'answer', CONTEXT, BODY)).toBe(false);
  });

  it('of another key proves nothing', () => {
    const forged = new Seal('f'.repeat(32)).of('answer', CONTEXT, BODY);
    expect(seal.proves(forged, 'answer', CONTEXT, BODY)).toBe(false);
  });

  it('is not made with a short key', () => {
    expect(() => new Seal('short')).toThrow('32 characters or more');
  });
});
