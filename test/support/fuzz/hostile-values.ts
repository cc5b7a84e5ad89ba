/** A number that JSON can write and JavaScript cannot. */
export type Raw = { readonly raw: string };

/** Texts that trip parsers, databases and people. `marker` stands in some, to be looked for. */
export function hostileTexts(marker: string): string[] {
  return [
    '',
    ' ',
    `\u0000${marker}`,
    `a\u0000b`,
    '\ud800',
    `${marker}\udfff`,
    '\u202eevil\u2066',
    'e\u0301\u0301\u0301'.repeat(20),
    '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}',
    '\u{1f600}'.repeat(150),
    '١٠٥٠',
    '１０５０',
    '-5',
    '0',
    '00',
    '1e3',
    '1.5',
    '0x10',
    '+1050',
    ' 1050 ',
    'NaN',
    'Infinity',
    '-Infinity',
    'null',
    'undefined',
    'true',
    '[]',
    '{}',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '9'.repeat(30),
    '9'.repeat(400),
    `${marker}'; DROP TABLE events; --`,
    `<script>${marker}</script>`,
    `\${jndi:ldap://${marker}}`,
    `../../../etc/${marker}`,
    '%00%ff',
    '\r\nset-cookie: a=b',
    '2026-02-30T00:00:00Z',
    '2026-W47-6',
    '2026-11-21',
    '0000-01-01T00:00:00Z',
    '+275760-09-14T00:00:00Z',
    '00000000-0000-0000-0000-000000000000',
    'EUR\n',
    'eur',
    `${marker}${'x'.repeat(3_000)}`,
  ];
}

/** Everything that is not a text. */
export const HOSTILE_OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e-7,
  1e308,
  2 ** 53,
  -(2 ** 63),
  { raw: '1e999' },
  { raw: '-0' },
  { raw: `1${'0'.repeat(300)}` },
  [],
  [[]],
  [null],
  ['a', 'a'],
  {},
  { amount: 1 },
  { toString: 'x', valueOf: 'x', length: -1 },
];

/** Writes JSON, with raw numbers as they are. */
export function toJson(value: unknown): string {
  const raws: string[] = [];
  const text = JSON.stringify(value, (_key, each: unknown) => {
    if (!isRaw(each)) return each;
    raws.push(each.raw);
    return `raw:${raws.length - 1}:raw`;
  });
  return text.replace(/"raw:(\d+):raw"/g, (_whole, index: string) => raws[Number(index)] ?? '');
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && 'raw' in value;
}
