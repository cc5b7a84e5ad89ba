import { BoundedLog } from './bounded-log.js';

it('writes so many lines a minute, and how many it left out', () => {
  let now = 0;
  const lines: unknown[] = [];
  const log = new BoundedLog({ warn: (fields: unknown) => lines.push(fields) }, () => now);
  for (let index = 0; index < 25; index += 1) log.warn({ index }, 'wrong key');
  expect(lines).toEqual(Array.from({ length: 10 }, (_, index) => ({ index })));
  now = 60_000;
  log.warn({ index: 25 }, 'wrong key');
  expect(lines.at(-1)).toEqual({ index: 25, notLogged: 15 });
});
