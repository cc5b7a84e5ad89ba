import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

type EmptyPage = { readonly url: string; readonly gzipKb: number; stop(): Promise<void> };

const PAGE = '<!doctype html><div id="root"></div><script type="module" src="./main.js"></script>';
const SCRIPT = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('h1', null, 'Hello'));
`;

/** What React alone costs on this machine: one heading, built and served as the console is. */
export async function emptyPage(folder: string): Promise<EmptyPage> {
  const root = join(folder, 'empty-page');
  mkdirSync(root);
  writeFileSync(join(root, 'index.html'), PAGE);
  writeFileSync(join(root, 'main.js'), SCRIPT);
  const modules = resolve('node_modules');
  await build({
    root,
    logLevel: 'silent',
    configFile: false,
    resolve: {
      alias: { 'react-dom': join(modules, 'react-dom'), react: join(modules, 'react') },
    },
  });
  const built = join(root, 'dist');
  const assets = readdirSync(join(built, 'assets'));
  const files = new Map([
    ['/', { type: 'text/html', bytes: gzipSync(readFileSync(join(built, 'index.html'))) }],
    ...assets.map(
      (name) =>
        [
          `/assets/${name}`,
          { type: 'text/javascript', bytes: gzipSync(readFileSync(join(built, 'assets', name))) },
        ] as const,
    ),
  ]);
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '/');
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.type, 'content-encoding': 'gzip' });
    response.end(file.bytes);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const scripts = [...files].filter(([path]) => path !== '/');
  const gzip = scripts.reduce((sum, [, { bytes }]) => sum + bytes.length, 0);
  return {
    url: `http://127.0.0.1:${port}/`,
    gzipKb: Math.round(gzip / 100) / 10,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}
