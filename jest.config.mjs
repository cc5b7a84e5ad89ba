/** The console's, which Vite builds. */
const TSX = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    target: 'es2022',
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
  sourceMaps: true,
};

/** Jest runs the TypeScript sources as ES modules; `#lib` and `./x.js` resolve to the sources. */
export default {
  testEnvironment: 'node',
  roots: [
    '<rootDir>/apps',
    '<rootDir>/libs',
    '<rootDir>/test',
    '<rootDir>/tools',
    '<rootDir>/bench',
  ],
  testRegex: '\\.spec\\.tsx?$',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx$': ['@swc/jest', TSX],
    '^.+\\.ts$': ['@swc/jest'],
  },
  moduleNameMapper: {
    '^#client/node$': '<rootDir>/libs/client/src/node.ts',
    '\\.css$': '<rootDir>/apps/console/test/no-style.ts',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // Bounds a hang and says nothing about speed: a busy machine may be ten times slower.
  testTimeout: 900_000,
  testSequencer: '<rootDir>/tools/test-order.mjs',
  // Modules of earlier files stay in a worker's memory, which grew beyond three gigabytes.
  workerIdleMemoryLimit: '1GB',
};
