import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

// eslint-disable-next-line no-restricted-syntax -- Vite reads the default export
export default defineConfig({
  root: path('.'),
  resolve: {
    alias: { '#money': path('../../libs/money/src/index.ts') },
  },
  plugins: [{ ...optimizeLocales.vite({ locales: ['en-US', 'ar-AE'] }), enforce: 'pre' }],
  build: {
    outDir: path('../../dist/console'),
    emptyOutDir: true,
    // The policy of the page allows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: true,
    manifest: true,
    target: 'es2023',
    // A test bounds what a browser loads; a warning at every `npm start` would not.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // Of servers that render; there is none here.
      onLog(level, log, handle) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
