import { readFileSync } from 'node:fs';
import { commandsOf } from './readme-commands.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('the first ten minutes in README.md', () => {
  it('hold every command that the benchmark runs', () => {
    const { start, pay, page } = commandsOf(README);
    expect([start, page]).toEqual(['npm start', expect.stringMatching(/^http:.*\/$/)]);
    expect(pay.split('\n')).toHaveLength(5);
  });

  it('are missed when they are gone', () => {
    expect(() => commandsOf(README.replace('npm start -- --once', 'npm start'))).toThrow(
      'README.md, "Run it", lacks: once',
    );
  });
});
