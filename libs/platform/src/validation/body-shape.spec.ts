import { assertBodyShape } from './body-shape.js';

function refusal(body: unknown): unknown {
  try {
    assertBodyShape(body);
    return null;
  } catch (error) {
    return (error as { errors: readonly { field: string }[] }).errors[0]?.field;
  }
}

describe('the shape of a body', () => {
  it.each([undefined, null, 'text', [], { amount: { amount: '1', currency: 'EUR' } }])(
    'is taken as documented: %j',
    (body) => {
      expect(refusal(body)).toBeNull();
    },
  );

  it('is refused far beyond the depth of any document', () => {
    expect(refusal(JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)))).toBe('body');
  });

  it('is refused with a text longer than any body of one command', () => {
    expect(refusal({ note: 'x'.repeat(65_536) })).toBeNull();
    expect(refusal({ note: 'x'.repeat(65_537) })).toBe('body');
  });

  it.each(['constructor', 'prototype', 'toString', '__proto__', 'hasOwnProperty'])(
    'is refused with a field %s at any depth',
    (name) => {
      expect(refusal(JSON.parse(`{"lines":[{"${name}":1}]}`))).toBe(`lines.0.${name}`);
    },
  );
});
