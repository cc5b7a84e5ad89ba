import { readFileSync } from 'node:fs';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import functionSize from './tools/eslint/function-size.mjs';
import parameterCount from './tools/eslint/parameter-count.mjs';

/** Rules about money run anywhere and always decide the same, so nothing here may vary. */
const PURE_LIBS = [
  'refusal',
  'money',
  'provider-port',
  'payments',
  'journal',
  'cases',
  'reconciliation',
  'fraud',
  'fraud-policy',
  'routing',
  'alerting',
  'incidents',
];
const PURE_FILES = PURE_LIBS.map((lib) => `libs/${lib}/src/**/*.ts`);

/** Where a process meets its surroundings. */
const READS_ENVIRONMENT = [
  'apps/*/src/main.ts',
  'apps/standalone/src/backup.ts',
  'apps/standalone/src/restore.ts',
  'apps/*/src/config.ts',
  'apps/fraud-worker/src/{train,judge,what-if,dead-letters}.ts',
  'tools/**/*.ts',
  'bench/**/*.ts',
  'test/**/*.ts',
  '**/*.spec.ts',
];

const TESTS = ['**/*.spec.ts', '**/*.spec.tsx', 'test/**/*.ts'];

const NAMES = [
  ['TSEnumDeclaration', 'Use a union of strings instead of an enum.'],
  ['ExportDefaultDeclaration', 'Export by name, so that one word finds every use.'],
  [
    ':matches(TSTypeAliasDeclaration, ClassDeclaration)[id.name=/^(I[A-Z][a-z]|Abstract[A-Z])/]',
    'Give the port the plain noun and say in the adapter what it is (EventStore, LmdbEventStore).',
  ],
  [
    ':matches(TSTypeAliasDeclaration, ClassDeclaration)[id.name=/(Impl|Base|Dto)$/]',
    'Name it after what it is or does: a port has the plain noun, an adapter says which one it is.',
  ],
].map(([selector, message]) => ({ selector, message }));

/** `x += await y` reads x before it waits: what others make of x meanwhile is lost. */
const TORN_UPDATE = {
  selector: "AssignmentExpression[operator!='='] > AwaitExpression.right",
  message: 'Await first and assign then: the left side is read before the wait.',
};

/** class-validator looks into the entries of an array in the place of an object: none is enough. */
const ARRAY_AS_OBJECT = {
  selector:
    "PropertyDefinition:has(> Decorator[expression.callee.name='ValidateNested'])" +
    ":not(:has(> Decorator[expression.callee.name='IsObject']))",
  message: 'Say @IsObject() too: without it [] passes for the object.',
};

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Declare the variable in the Config class of config.ts and take the parsed value.',
};

const EVERYWHERE = [...NAMES, TORN_UPDATE, ARRAY_AS_OBJECT];

const PURE_GLOBALS = {
  process: 'Pure libs know no process; take what you need as an argument.',
  fetch: 'Pure libs know no network; do this in an app or an adapter.',
  crypto: 'Derive ids in the caller (idOf of #event-store) and take them as an argument.',
  setTimeout: 'Pure libs do not wait; do this in an app or an adapter.',
  setInterval: 'Pure libs do not wait; do this in an app or an adapter.',
  performance: 'Take the time as an argument (`now`), so that a decision can be repeated.',
};

/** Reading a given time is pure (`Date.parse(text)`, `new Date(ms)`); asking the clock is not. */
const CLOCK = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "MemberExpression[object.name='Date'][property.name='now']",
].map((selector) => ({
  selector,
  message:
    'Take the time as an argument (`now`) or from the injected Clock, so that a decision can be repeated; ' +
    'measure a duration with performance.now().',
}));

/** Apps that decide by time, in which a test sets the clock. */
const CLOCK_INJECTED = ['command-service', 'operations', 'projection-service'];

/** Node's modules are out, but an assertion changes nothing and may stay. */
const NODE_IMPORTS = {
  group: ['node:*', 'node:*/**', '!node:assert', '!node:assert/strict'],
  message: 'Pure libs know no clock, disk or network; do this in an app or an adapter.',
};

export default defineConfig(
  { ignores: ['node_modules', 'dist', 'data', 'coverage', 'models'] },
  { ignores: generatedFolders() },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // A written default is a decision about every other case; a forgotten case is not.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // As the compiler has it: a parameter that only takes its place starts with an underscore.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',

      // Nest's modules are classes without members, and its options are classes by type only.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // In-memory twins keep the asynchronous promise of their port.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },

  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    plugins: {
      assay: { rules: { 'function-size': functionSize, 'parameter-count': parameterCount } },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      complexity: ['error', { max: 10, variant: 'modified' }],
      'assay/parameter-count': ['error', 4],
      'max-lines': ['error', 300],
      'assay/function-size': ['error', 60],
    },
  },
  { files: TESTS, rules: { 'max-lines': ['error', 600] } },

  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ENVIRONMENT] },
  },
  {
    files: ['apps/console/**/*.ts', 'apps/console/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // Handlers of events are given what to call.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // TanStack's virtualizer has each render read it again.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['apps/console/src/**/*.ts', 'apps/console/src/**/*.tsx'],
    rules: { 'max-lines': ['error', 150] },
  },
  // One list of sentences a language.
  { files: ['apps/console/src/words/{en,ar}.ts'], rules: { 'max-lines': ['error', 800] } },
  {
    files: CLOCK_INJECTED.map((app) => `apps/${app}/src/**/*.ts`),
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, ENVIRONMENT, ...CLOCK],
    },
  },
  { files: READS_ENVIRONMENT, rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE] } },

  {
    files: PURE_FILES,
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, ENVIRONMENT, ...CLOCK],
      'no-restricted-globals': [
        'error',
        ...Object.entries(PURE_GLOBALS).map(([name, message]) => ({ name, message })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take the random number as an argument.' },
      ],
      'no-restricted-imports': ['error', { patterns: [NODE_IMPORTS] }],
    },
  },
);

/** Declared once, for lint and for tidy. */
function generatedFolders() {
  const file = new URL('./tools/generated-code.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).folders;
}
