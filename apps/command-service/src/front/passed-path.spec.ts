import fc from 'fast-check';
import { passedPath } from './passed-path.js';

const TEMPLATE = '/v1/views/:name/digest';

describe('the path that is passed on', () => {
  it('is the one that the router understood, for any id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(!/^\.{1,2}$|\.\.\/|\/\.\./.test(name));
        const path = passedPath(TEMPLATE, { name });
        // Resolving changes nothing: it stays below the same template.
        expect(new URL(path, 'http://part').pathname).toBe(path);
        expect(path.split('/')).toHaveLength(TEMPLATE.split('/').length);
        expect(decodeURIComponent(path.split('/')[3] ?? '')).toBe(name);
      }),
    );
  });

  it.each(['', '.', '..', '../metrics', 'a/../../metrics', 'x/..'])(
    'refuses the id "%s"',
    (name) => {
      expect(() => passedPath(TEMPLATE, { name })).toThrow('documented form');
    },
  );
});
