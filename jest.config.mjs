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
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: {
    '^#client/node$': '<rootDir>/libs/client/src/node.ts',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // Bounds a hang and says nothing about speed: a busy machine may be ten times slower.
  testTimeout: 900_000,
};
