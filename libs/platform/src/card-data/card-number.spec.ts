import fc from 'fast-check';
import { findCardData, findCardDataInTurns } from './card-data.js';
import { holdsCardNumber, holdsCardNumberAmongIds } from './card-number.js';

describe('looking for card numbers', () => {
  it.each([
    ['Visa', '4242424242424242'],
    ['Mastercard', '5555 5555 5555 4444'],
    ['Mastercard, 2-series', '2223003122003222'],
    ['American Express', '3782-822463-10005'],
    ['Discover', '6011111111111117'],
    ['Diners', '30569309025904'],
    ['JCB', '3566002020360505'],
    ['UnionPay', '6200000000000005'],
    ['Maestro', '6759649826438453'],
    ['RuPay', '6074828899009908'],
    ['in a sentence', 'please charge 4000 0566 5566 5556 tomorrow'],
    ['after another number', 'order 12 4242424242424242'],
    ['between letters', 'pan4242424242424242end'],
    ['dotted', '4242.4242.4242.4242'],
    ['with spaced dashes', '4242 - 4242 - 4242 - 4242'],
    ['digit by digit', '4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2'],
    ['with no-break spaces', '4242\u00a04242\u00a04242\u00a04242'],
    ['with zero-width spaces', '4242\u200b4242\u200b4242\u200b4242'],
    ['in Arabic-Indic digits', '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢'],
    ['in fullwidth digits', '４２４２　４２４２　４２４２　４２４２'],
    ['in Devanagari digits', '४२४२-४२४२-४२४२-४२४२'],
    ['with a plus', '+4242424242424242'],
    ['with four spaces', '4242    4242    4242    4242'],
    ['with slashes', 'pan 4242/4242/4242/4242.'],
    ['with commas', '12, 4242,4242,4242,4242'],
    ['with commas and spaces', '4242, 4242, 4242, 4242'],
    ['with colons', '4242:4242:4242:4242'],
    ['with middle dots', '4242·4242·4242·4242'],
    ['with other signs', '4242|4242|4242|4242'],
    ['with plus signs', '4242+4242+4242+4242'],
    ['American Express with slashes', '3782/822463/10005'],
    ['with entities', '4242&nbsp;4242&nbsp;4242&nbsp;4242'],
    ['with numeric entities', '4242&#160;4242&#xa0;4242&#32;4242'],
    ['with JSON escapes', String.raw`{"n":"4242\u00a04242\u00a04242\u00a04242"}`],
    ['with percent-encoding', '4242%204242%2D4242%C2%A04242'],
    ['with Latin-1 percent-encoding', '4242%A04242%A04242%A04242'],
    ['with double percent-encoding', '4242%25204242%25204242%25204242'],
    ['with escaped line breaks', String.raw`3056\n930902\n5904`],
    ['with escaped bytes', String.raw`4242\x204242\x204242\x204242`],
    ['with tags', '4242<br>4242<br/>4242</p>4242'],
    ['with letters that look like nothing', '4242\u31644242\u115f4242\uffa04242'],
    ['in keycaps', '4242424242424242'.replace(/\d/g, '$&\ufe0f\u20e3')],
    ['track 1', '%B4242424242424242^DOE/JOHN^2512101000?'],
    ['track 2', ';4242424242424242=2512101000?'],
    ['in percent-encoded digits', '%34%32424242424242%34%32'],
    ['Visa of 13 digits', '4222222222222'],
    ['Visa of 19 digits', '4242/4242/4242/4242/428'],
    ['Troy', '9792000000000003'],
    ['InterPayment', '6360000000000001'],
  ])('finds %s', (_brand, text) => {
    expect(holdsCardNumber(text)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '4242424242424241'],
    ['an unknown issuer', '9999999999999995'],
    ['too few digits', '424242424242'],
    ['a phone number', '+968 9212 3456'],
    ['a UUID', '5b8d3b5e-0000-5000-8000-000000000001'],
    ['a UUID of digits alone', '42424242-4242-4242-8242-424242424242'],
    ['a SHA-256', 'c0ffee4242424242424242aa'.padEnd(64, 'b')],
    ['a date', '2026-11-21T03:52:06.120Z'],
    ['a German phone number', '+49 1512 3456 787'],
    ['a part of a longer number', '00004242424242424242'],
    ['a store position', '4242424242/4242424242'],
    ['a list of numbers', '4711, 4712, 4713, 4714, 4715'],
    ['a time with microseconds', '2026-11-30 03:52:06.120123'],
    ['addresses of a proxy', '203.0.113.195, 41.42.43.44, 150.172.238.178'],
    ['an IPv6 address', '2001:0db8:85a3:0000:0000:8a2e:0370:7334'],
    ['a folder of a day', '/2026/11/30/4242/4242'],
    ['a browser', 'Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/119.0.6045.105 Safari/537.36'],
    ['coordinates', '41.403380, 2.174030'],
  ])('leaves %s alone', (_what, text) => {
    expect(holdsCardNumber(text)).toBe(false);
  });
});

describe('looking through a body', () => {
  it.each([
    [{ metadata: { note: 'card 4242424242424242' } }, 'metadata.note'],
    [{ metadata: { cvc: '123' } }, 'metadata.cvc'],
    [{ lines: [{ ok: 1 }, { text: '4242-4242-4242-4242' }] }, 'lines.1.text'],
    [{ metadata: { '4242424242424242': 'x' } }, 'a key of metadata'],
    [{ amount: 4242424242424242 }, 'amount'],
    [{ n: -4242424242424242 }, 'n'],
    [{ metadata: { 'card-number': 'x' } }, 'metadata.card-number'],
    [{ metadata: { securityCode: '123' } }, 'metadata.securityCode'],
    [{ metadata: { 'Card CVC': '123' } }, 'metadata.Card CVC'],
    [{ note: '{"number":"4242424242424242"}' }, 'note'],
    [[['4242424242424242']], '0.0'],
    [{ n: 4242424242424242424 }, 'n'],
  ])('names where %j carries card data', (body, field) => {
    expect(findCardData(body)).toBe(field);
  });

  it('names the field however often its name was seen without', () => {
    const harmless = { order: { note: 'x', 'no. 7': 1 } };
    expect(findCardData(harmless)).toBeNull();
    expect(findCardData({ order: { note: '4242424242424242' } })).toBe('order.note');
    expect(findCardData(harmless)).toBeNull();
  });

  it('refuses a name that carries card data every time', () => {
    const bodies = [{ a: { cvc: '1' } }, { a: { cvc: '1' } }, { a: { '4242424242424242': 1 } }];
    expect(bodies.map(findCardData)).toEqual(['a.cvc', 'a.cvc', 'a key of a']);
    expect(findCardData({ a: { '4242424242424242': 1 } })).toBe('a key of a');
  });

  it('lets others have their turn while a large one is searched', async () => {
    const note = '4 2 9 1 8, '.repeat(40);
    const commands = Array.from({ length: 1_000 }, (_, index) => ({ index, note, more: { note } }));
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    expect(await findCardDataInTurns({ commands })).toBeNull();
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
    const last = { ...commands[999], more: { note: '4242 4242 4242 4242' } };
    const found = await findCardDataInTurns({ commands: [...commands, last] });
    expect(found).toBe('commands.1000.more.note');
  });

  it('takes a time that grows with the length of a text, whatever is in it', () => {
    for (const text of ['4', '4 ', '4/', '4242/', '4242,4242-', '%34', '&#52;', '٤ ', '4\u00a0']) {
      expect(holdsCardNumber(text.repeat(60_000))).toBe(false);
    }
  });

  it('finds nothing in an ordinary command', () => {
    expect(findCardData({ orderId: 'order-1', amount: { amount: '1050' }, n: null })).toBeNull();
  });
});

type Issue = readonly [begin: string, length: number];

const ISSUES: readonly Issue[] = [
  ['4', 16],
  ['4', 19],
  ['51', 16],
  ['2221', 16],
  ['34', 15],
  ['6011', 16],
  ['36', 14],
  ['3530', 16],
  ['62', 17],
  ['6759', 18],
  ['2204', 16],
];

const digitsOf = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789')),
    minLength: length,
    maxLength: length,
  });

const cardNumber = fc
  .constantFrom(...ISSUES)
  .chain(([begin, length]) => digitsOf(length - begin.length - 1).map((rest) => begin + rest))
  .map((digits) => `${digits}${checkDigitOf(digits)}`);

/** First digits of scripts, to write a number in. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce, 0x11066];

const separator = fc.constantFrom('', '', '', ' ', '-', '.', '_', '\u00a0', '\u200b', '–', ' - ');

const disguised = fc
  .tuple(cardNumber, fc.constantFrom(...ZEROS), fc.infiniteStream(separator))
  .map(([digits, zero, separators]) =>
    Array.from(digits)
      .map((digit) => String.fromCodePoint(zero + Number(digit)))
      .reduce((text, digit) => text + (separators.next().value as string) + digit),
  );

const grouping = fc.constantFrom(
  '/',
  ',',
  ', ',
  ':',
  ' : ',
  '·',
  '|',
  '    ',
  '&nbsp;',
  '%20',
  '%C2%A0',
);

const inFours = (digits: string, sign: string): string =>
  (digits.match(/.{1,4}/g) ?? []).join(sign);

const around = fc.constantFrom('', ' ', 'card: ', 'x', '"', '\n', 'no. 7, ', '#');

describe('any card number', () => {
  it('is found however it is written, wherever it stands', () => {
    fc.assert(
      fc.property(around, disguised, around, (before, text, after) => {
        expect(holdsCardNumber(before + text + after)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is found with any sign between its groups', () => {
    fc.assert(
      fc.property(around, cardNumber, grouping, around, (before, digits, sign, after) => {
        expect(holdsCardNumber(before + inFours(digits, sign) + after)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is found in any body', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'lines', '0'), { maxLength: 6 }),
        disguised,
        (at, text) => {
          const body = at.reduceRight<unknown>((inner, key) => ({ [key]: inner, ok: 1 }), [text]);
          expect(findCardData(body)).not.toBeNull();
        },
      ),
    );
  });

  it('is no card number with another check digit', () => {
    fc.assert(
      fc.property(cardNumber, fc.integer({ min: 1, max: 9 }), (digits, by) => {
        const last = (Number(digits.at(-1)) + by) % 10;
        expect(holdsCardNumber(`${digits.slice(0, -1)}${last}`)).toBe(false);
      }),
    );
  });
});

const crockford = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'));

const letters = fc.constantFrom(
  ...Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
);

const joined = (all: readonly string[]): string => all.join(', ');

const HARMLESS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  UUIDs: fc.uuid(),
  'UUIDs of digits': digitsOf(32).map(
    (d) =>
      `${d.slice(0, 8)}-${d.slice(8, 12)}-4${d.slice(13, 16)}-8${d.slice(17, 20)}-${d.slice(20)}`,
  ),
  'SHA-256 hashes': fc
    .string({
      unit: fc.constantFrom(...Array.from('0123456789abcdef')),
      minLength: 63,
      maxLength: 63,
    })
    .map((hash) => `${hash}f`),
  "a provider's ids": fc
    .tuple(
      fc.constantFrom('pm_', 'pi_', 'ch_3', 're_1', 'cus_'),
      fc.string({ unit: letters, minLength: 14, maxLength: 24 }).filter((id) => !/\d{8}/.test(id)),
    )
    .map((parts) => parts.join('')),
  amounts: fc.bigInt({ min: 0n, max: 999_999_999_999n }).map(String),
  'amounts with decimals': fc
    .tuple(fc.nat(99_999_999), digitsOf(2))
    .map(([units, cents]) => `${units.toLocaleString('en')}.${cents}`),
  timestamps: fc
    .date({ min: new Date('2000'), max: new Date('2030'), noInvalidDate: true })
    .map(String),
  'ISO times': fc
    .date({ min: new Date('2000'), max: new Date('2030'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  'Unix times': fc
    .tuple(fc.integer({ min: 1_000_000_000, max: 1_999_999_999 }), fc.constantFrom(0, 3, 6, 9))
    .map(([seconds, exponent]) => `${seconds}${'0'.repeat(exponent)}`),
  'tracking numbers': digitsOf(15).map((digits) => `${digits}${(checkDigitOf(digits) + 5) % 10}`),
  'parcel numbers of twenty digits': digitsOf(20),
  'phone numbers': fc
    .tuple(fc.integer({ min: 1, max: 998 }), fc.integer({ min: 10 ** 6, max: 10 ** 10 - 1 }))
    .map(([country, number]) => `+${country} ${number}`),
  'grouped phone numbers': fc
    .tuple(fc.integer({ min: 1, max: 998 }), digitsOf(3), digitsOf(3), digitsOf(4))
    .map(([country, ...groups]) => `+${country} ${groups.join('-')}`),
  positions: fc.tuple(fc.nat(), fc.nat()).map((both) => both.join('/')),
  'times with microseconds': fc
    .tuple(
      fc.date({ min: new Date('2000'), max: new Date('2030'), noInvalidDate: true }),
      digitsOf(6),
    )
    .map(([date, rest]) => `${date.toISOString().slice(0, 19).replace('T', ' ')}.${rest}`),
  'addresses of a proxy': fc.array(fc.ipV4(), { minLength: 2, maxLength: 4 }).map(joined),
  'IPv6 addresses': fc.ipV6(),
  'links to a day': fc
    .tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 10, max: 12 }), digitsOf(6))
    .map(([year, month, rest]) => `https://shop.example/${year}/${month}/${rest}?page=2`),
  'lists of numbers': fc
    .array(fc.integer({ min: 1, max: 999 }), { minLength: 3, maxLength: 12 })
    .map((all) => all.join(', ')),
  ULIDs: fc.string({ unit: crockford, minLength: 23, maxLength: 23 }).map((rest) => `01K${rest}`),
  'order ids': fc.tuple(fc.nat(), fc.nat(99_999)).map(([a, b]) => `order-${a % 1e6}-${b}`),
};

describe('what is no card number', () => {
  it.each(Object.keys(HARMLESS))('leaves %s alone', (what) => {
    fc.assert(
      fc.property(HARMLESS[what] as fc.Arbitrary<string>, (text) => {
        expect(findCardData({ [text]: text })).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('ids of a tracer', () => {
  it.each([
    'congo=t61rcWkgMzE,rojo=00f067aa0ba902b7',
    'dd=s:2;o:rum;t.dm:-4;t.usr.id:12345678901',
    '33@nr=0-0-3012345-4134660-7d3efb1b173fecfa-e8b91a159289ff74-1-1.23456-1518469636035',
    'es=s:0.1,az=41346604-27827902',
  ])('hold no card number: %s', (text) => {
    expect(holdsCardNumberAmongIds(text)).toBe(false);
  });

  it.each(['a=4242424242424242', 'a=4242-4242-4242-4242', 'a=4242%204242%204242%204242'])(
    'are searched for one: %s',
    (text) => {
      expect(holdsCardNumberAmongIds(text)).toBe(true);
    },
  );
});

describe('lists of order numbers of four digits', () => {
  it('rarely look like a card number', () => {
    let found = 0;
    const list = fc.array(fc.integer({ min: 1_000, max: 9_999 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(list, (numbers) => {
        if (holdsCardNumber(numbers.join(', '))) found += 1;
      }),
      { numRuns: 5_000 },
    );
    expect(found).toBeLessThan(5_000 * 0.01);
  });
});

/** Makes digits end in a valid check digit; written apart from the code that is tested. */
function checkDigitOf(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, i) => {
      const [tens = 0, ones = 0] = String(Number(digit) * (i % 2 === 0 ? 2 : 1)).padStart(2, '0');
      return total + Number(tens) + Number(ones);
    }, 0);
  return (10 - (sum % 10)) % 10;
}
