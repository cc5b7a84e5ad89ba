/** Compresses the built console once, so that no request waits for it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const FOLDER = fileURLToPath(new URL('../dist/console', import.meta.url));
const TEXT = /\.(html|js|css|svg|json)$/;
const LEVEL = 9;

for (const name of readdirSync(FOLDER, { recursive: true })) {
  if (!TEXT.test(name)) continue;
  const file = join(FOLDER, name);
  const text = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(text, { level: LEVEL }));
  writeFileSync(`${file}.br`, brotliCompressSync(text));
}
