import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { STYLE } from './style.js';

/** A file that the page loads. Its path changes with its content. */
export type Asset = {
  readonly path: string;
  readonly type: string;
  readonly read: () => Buffer;
};

const HASH_CHARS = 12;

/** In the order in which the page loads them: style sheets, then scripts. */
export function assetsOfPage(): Asset[] {
  return [
    asset('swagger-ui.css', () => vendored('swagger-ui.css')),
    asset('page.css', () => Buffer.from(STYLE)),
    asset('swagger-ui-bundle.js', () => vendored('swagger-ui-bundle.js')),
    asset('page.js', () => withoutMap(readFileSync(new URL('./browser/main.js', import.meta.url)))),
  ];
}

function asset(file: string, read: () => Buffer): Asset {
  const hash = createHash('sha256').update(read()).digest('hex').slice(0, HASH_CHARS);
  const [, stem = '', ending = ''] = /^(.+)\.(\w+)$/.exec(file) ?? [];
  const type = ending === 'css' ? 'text/css' : 'text/javascript';
  return { path: `/docs/${stem}.${hash}.${ending}`, type: `${type}; charset=utf-8`, read };
}

/** Of the package, which is installed beside the software: no other address is asked. */
function vendored(file: string): Buffer {
  const { resolve } = createRequire(import.meta.url);
  return withoutMap(readFileSync(resolve(`swagger-ui-dist/${file}`)));
}

/** Maps of sources are not served. */
function withoutMap(text: Buffer): Buffer {
  return Buffer.from(
    text.toString('utf8').replace(/(\/\/|\/\*)# sourceMappingURL=\S+( ?\*\/)?\s*$/, ''),
  );
}
