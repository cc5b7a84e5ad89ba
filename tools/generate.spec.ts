import { libGraphSection, partGraphOf } from './generate/lib-graph.js';
import { withSection } from './generate/section.js';

describe('a generated section', () => {
  it('replaces what stood between the marks and nothing else', () => {
    const document = 'a\n<!-- generated: x -->\nold\n<!-- end -->\nb\n';
    expect(withSection(document, 'x', 'new')).toBe(
      'a\n<!-- generated: x -->\n\nnew\n\n<!-- end -->\nb\n',
    );
  });

  it('asks for its marks when the document has none', () => {
    expect(() => withSection('a\n', 'x', 'new')).toThrow('it needs a line "<!-- generated: x -->"');
  });
});

describe('the lib graph', () => {
  const graph = partGraphOf({
    modules: [
      module('libs/money/src/money.ts'),
      module('libs/payments/src/refund.ts', 'libs/money/src/index.ts'),
      module('libs/payments/src/refund.spec.ts', 'libs/fraud/src/index.ts'),
      module('apps/shop/src/main.ts', 'apps/shop/src/config.ts', 'libs/payments/src/index.ts'),
    ],
  });

  it('draws each lib with the libs it imports, without tests', () => {
    expect(libGraphSection(graph)).toContain('flowchart BT\n  money\n  payments --> money\n```');
  });

  it('lists the libs of each app', () => {
    expect(libGraphSection(graph)).toContain('| shop | payments |');
  });
});

type Modules = Parameters<typeof partGraphOf>[0]['modules'];

/** Only what the graph reads of a module. */
function module(source: string, ...uses: readonly string[]): Modules[number] {
  const dependencies = uses.map((resolved) => ({ resolved }));
  return { source, dependencies } as unknown as Modules[number];
}
