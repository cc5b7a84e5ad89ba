import { createHash } from 'node:crypto';
import { escapeHtml, htmlTable, pagePolicy } from './html.js';

describe('a page', () => {
  it('escapes what could end a text or an attribute', () => {
    expect(escapeHtml(`<a href="x" id='y'>&`)).toBe(
      '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;',
    );
  });

  it('escapes the cells of its tables', () => {
    expect(htmlTable(['<b>'], [['<i>', 1]])).toBe(
      '<div class="wide"><table><thead><tr><th>&lt;b&gt;</th></tr></thead>\n' +
        '<tbody><tr><td>&lt;i&gt;</td><td>1</td></tr></tbody></table></div>',
    );
  });

  it('allows its own style and script by their hashes, and nothing else', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('base64');
    expect(pagePolicy({ style: 'a', script: 'b' }, ["connect-src 'self'"])).toBe(
      `default-src 'none'; style-src 'sha256-${hash('a')}'; script-src 'sha256-${hash('b')}'; ` +
        "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(pagePolicy({ style: 'a' })).not.toContain('script-src');
  });
});
