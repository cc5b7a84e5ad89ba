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
  const graph = partGraphOf([
    { path: 'libs/money/src/money.ts', text: '' },
    { path: 'libs/payments/src/refund.ts', text: "import type { Money } from '#money';" },
    { path: 'libs/payments/src/refund.spec.ts', text: "import { score } from '#fraud';" },
    {
      path: 'apps/shop/src/main.ts',
      text: "export { x } from './config.js';\nawait import('#payments');",
    },
  ]);

  it('draws each lib with the libs it imports, without tests', () => {
    expect(libGraphSection(graph)).toContain('flowchart BT\n  money\n  payments --> money\n```');
  });

  it('lists the libs of each app', () => {
    expect(libGraphSection(graph)).toContain('| shop | payments |');
  });
});
