import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CSS = readFileSync(join('apps', 'console', 'src', 'looks', 'tokens.css'), 'utf8');
const TEXT_MIN = 4.5;
const EDGE_MIN = 3;

/** A token's colours in light and dark. */
function colours(name: string): [string, string] {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(CSS) ?? [];
  return [light, dark];
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['ground', 'surface', 'sunken', 'selected'];

describe('the colours', () => {
  it.each(['ink', 'soft', 'accent', 'good', 'bad', 'warn'])('of %s can be read', (name) => {
    for (const ground of GROUNDS) {
      for (const scheme of [0, 1] as const) {
        const ratio = contrast(colours(name)[scheme], colours(ground)[scheme]);
        expect([name, ground, scheme, ratio >= TEXT_MIN]).toEqual([name, ground, scheme, true]);
      }
    }
  });

  it('of edges can be seen', () => {
    for (const ground of ['ground', 'surface']) {
      for (const scheme of [0, 1] as const) {
        expect(contrast(colours('edge')[scheme], colours(ground)[scheme])).toBeGreaterThan(
          EDGE_MIN,
        );
      }
    }
  });

  it('of what stands on the accent can be read', () => {
    for (const scheme of [0, 1] as const) {
      expect(contrast(colours('on-accent')[scheme], colours('accent')[scheme])).toBeGreaterThan(
        TEXT_MIN,
      );
    }
  });
});
