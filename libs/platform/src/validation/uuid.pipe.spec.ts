import { Problem } from '../problem/problem.js';
import { UuidPipe } from './uuid.pipe.js';

const pipe = new UuidPipe();
const paymentId = { type: 'param', data: 'paymentId' } as const;

describe('a UUID in an address', () => {
  it('is taken in lower case', () => {
    expect(pipe.transform('5B8D3B5E-0000-5000-8000-00000000000A', paymentId)).toBe(
      '5b8d3b5e-0000-5000-8000-00000000000a',
    );
  });

  it.each(['', 'x', '5b8d3b5e00005000800000000000000a', '\0', undefined, ['a']])(
    'is refused as %j, naming the parameter and not the value',
    (value) => {
      const refused = (): string => pipe.transform(value, paymentId);
      expect(refused).toThrow(Problem);
      expect(errorsOf(refused)).toEqual([
        { field: 'paymentId', message: 'must be a UUID, as an earlier answer gave it' },
      ]);
    },
  );
});

function errorsOf(refused: () => string): Problem['errors'] {
  try {
    refused();
  } catch (error) {
    return (error as Problem).errors;
  }
  return undefined;
}
