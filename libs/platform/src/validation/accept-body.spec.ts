import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import fc from 'fast-check';
import { compileAcceptBody } from './accept-body.js';
import { createValidationPipe } from './validation-pipe.js';
import { withoutNulls } from './without-nulls.js';

class Inner {
  @IsString()
  @Matches(/^\d+$/)
  amount!: string;
}

class Outer {
  @IsString()
  @Length(1, 5)
  name!: string;

  @IsIn(['card', 'paypal'])
  kind!: string;

  @ValidateIf((outer: Outer) => outer.kind === 'card')
  @IsString()
  token?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Inner)
  inner?: Inner;

  @IsOptional()
  @IsBoolean()
  final?: boolean;
}

const accept = compileAcceptBody(Outer);
const slow = createValidationPipe();

const likely = <T>(arbitrary: fc.Arbitrary<T>) => ({ arbitrary, weight: 4 });
const odd = <T>(arbitrary: fc.Arbitrary<T>) => ({ arbitrary, weight: 1 });

/** Bodies near the border between valid and not; about every fourth is valid. */
const body = fc
  .record(
    {
      name: fc.oneof(
        likely(fc.string({ minLength: 1, maxLength: 5 })),
        odd(fc.constantFrom('', 'abcdef', null, 7, undefined)),
      ),
      kind: fc.oneof(likely(fc.constantFrom('card', 'paypal')), odd(fc.constantFrom('cash', null))),
      token: fc.oneof(likely(fc.constant('tok')), odd(fc.constantFrom(7, undefined))),
      inner: fc.oneof(
        likely(fc.record({ amount: fc.constant('12') })),
        odd(fc.constantFrom(null, [], 'x', {})),
        odd(fc.record({ amount: fc.constantFrom('x', 5) })),
        odd(fc.record({ amount: fc.constant('1'), more: fc.constant(1) })),
      ),
      final: fc.oneof(likely(fc.boolean()), odd(fc.constantFrom('true', null))),
      more: fc.constantFrom({}, {}, {}, {}, { bogus: 1 }),
    },
    { requiredKeys: ['name', 'kind', 'more'] },
  )
  .map(({ more, ...rest }) => ({ ...rest, ...more }));

async function slowly(value: unknown): Promise<unknown> {
  try {
    return (await slow.transform(value, { type: 'body', metatype: Outer })) as unknown;
  } catch {
    return undefined;
  }
}

describe('a compiled request class', () => {
  it('accepts only what class-validator accepts, with the same result', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const fast = accept?.(structuredClone(value));
        if (fast === undefined) return;
        accepted += 1;
        expect(fast).toEqual(withoutNulls(await slowly(value)));
        expect(fast).toBeInstanceOf(Outer);
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('takes the short way for an ordinary body', () => {
    const value = { name: 'a', kind: 'card', token: 't', inner: { amount: '1' } };
    const fast = accept?.(value);
    expect(fast).toEqual(value);
    expect((fast as Outer).inner).toBeInstanceOf(Inner);
  });

  it.each([null, [], 'x', 1, { name: 'a', kind: 'paypal', bogus: 1 }])(
    'leaves %j alone',
    (value) => {
      expect(accept?.(value)).toBeUndefined();
    },
  );
});
