import type { IForbiddenRuleType } from 'dependency-cruiser';

type Fence = {
  /** Other libs this one may import. */
  readonly libs: readonly string[];
  /** Packages this lib may import; a trailing slash allows the whole scope. */
  readonly packages: readonly string[];
  /** Set for pure libs: the only modules of Node they may import. */
  readonly node?: readonly string[];
  readonly comment: string;
};

const MONEY_RULES = 'Rules about money run without Nest, clock, network or disk.';

const PURE = { packages: [], node: ['assert'], comment: MONEY_RULES } as const;

/** What each lib may import. A new lib gets its row here before its first import. */
export const FENCES: Readonly<Record<string, Fence>> = {
  refusal: { ...PURE, libs: [] },
  money: { ...PURE, libs: [] },
  'event-shapes': { ...PURE, libs: [] },
  environment: {
    libs: [],
    packages: [],
    comment: 'What each process reads first, the command line included, which starts in no time.',
  },
  'governed-change': { ...PURE, libs: [] },
  access: {
    ...PURE,
    libs: ['event-shapes', 'refusal'],
    comment: 'Who may do what: rules that every process folds alike, without Nest, clock or disk.',
  },
  'provider-port': {
    ...PURE,
    libs: ['money'],
    comment: 'What every provider is asked and says, in our words; adapters and rules meet here.',
  },
  payments: { ...PURE, libs: ['event-shapes', 'money', 'provider-port', 'refusal'] },
  'payment-api': {
    libs: ['cases', 'money', 'payments', 'provider-port'],
    packages: ['@nestjs/swagger'],
    comment: 'How callers see a payment, the same in every service that answers with one.',
  },
  journal: {
    ...PURE,
    libs: [
      'event-shapes',
      'governed-change',
      'money',
      'provider-port',
      'payments',
      'reconciliation',
      'refusal',
    ],
  },
  cases: { ...PURE, libs: ['event-shapes', 'payments', 'refusal'] },
  reconciliation: {
    ...PURE,
    libs: ['event-shapes', 'governed-change', 'money', 'provider-port', 'payments', 'refusal'],
  },
  statements: {
    libs: ['money', 'provider-port', 'providers', 'reconciliation'],
    packages: ['saxes'],
    node: ['crypto', 'util'],
    comment: 'Statement files are read from any source of bytes; where those are is for an app.',
  },
  fraud: { ...PURE, libs: ['event-shapes', 'governed-change', 'money', 'payments', 'refusal'] },
  'fraud-policy': {
    ...PURE,
    libs: ['event-shapes', 'governed-change', 'money', 'payments', 'fraud', 'refusal'],
  },
  routing: {
    ...PURE,
    libs: ['event-shapes', 'governed-change', 'money', 'provider-port', 'payments', 'refusal'],
  },
  'outgoing-webhooks': {
    ...PURE,
    libs: ['event-shapes', 'money', 'payments', 'refusal'],
    node: ['crypto', 'net'],
    comment: 'What is said to whom and how it is signed; sending is the business of an app.',
  },
  audit: {
    ...PURE,
    libs: ['event-shapes'],
    node: ['crypto'],
    comment: 'Proofs that anybody can check: hashes, heads and signatures, and no way to a store.',
  },
  alerting: {
    ...PURE,
    libs: [],
    packages: ['@prometheus-io/lezer-promql', 'yaml'],
    node: [],
    comment: 'Whether alerts hold, from samples that it is given; where they come from is not its.',
  },
  incidents: {
    ...PURE,
    libs: ['event-shapes', 'refusal'],
    packages: ['@internationalized/date'],
  },
  wire: {
    ...PURE,
    libs: [],
    node: [],
    comment: 'Reads and writes protobuf messages, and knows none of them.',
  },
  'event-store': {
    libs: ['event-shapes', 'wire'],
    packages: ['@eventstore/db-client', '@grpc/grpc-js', 'uuid'],
    comment: 'The port and its official adapter know events, not what they mean.',
  },
  'embedded-event-store': {
    libs: ['event-store', 'wire'],
    packages: ['lmdb', '@grpc/grpc-js', 're2js'],
    comment: 'An engine behind the port: it knows bytes and revisions, not payments.',
  },
  privacy: {
    libs: ['event-shapes', 'event-store'],
    packages: [],
    node: ['crypto', 'fs', 'path', 'util', 'zlib'],
    comment: 'Seals texts under keys of their own; whose they are and what they say is not its.',
  },
  'derived-files': {
    libs: [],
    packages: ['lmdb'],
    comment: 'Keeps what was derived, and gives it up when it is damaged; knows nothing of it.',
  },
  projections: {
    libs: ['event-store'],
    packages: ['typeorm'],
    comment: 'The runner applies any events to any view, so it knows neither.',
  },
  providers: {
    libs: ['money', 'provider-port'],
    packages: ['stripe', '@paypal/paypal-server-sdk', 'cockatiel'],
    comment: 'An adapter translates money and outcomes; the rules stay in payments.',
  },
  'fraud-model': {
    libs: ['fraud'],
    packages: ['@tensorflow/'],
    comment: 'A model knows features and scores; where they come from is not its concern.',
  },
  'fraud-scoring': {
    libs: ['derived-files', 'event-store', 'fraud', 'fraud-model', 'payments', 'money'],
    packages: [],
    comment: 'Scoring joins events, features and model for the worker and for one machine.',
  },
  client: { libs: [], packages: [], comment: 'Speaks HTTP to the services and nothing else.' },
  'access-follower': {
    libs: ['access', 'event-store', 'platform'],
    packages: ['@nestjs/common'],
    comment: 'Tells the keys of a process what the ledger says of them; every service needs it.',
  },
  messaging: { libs: [], packages: ['nats'], comment: 'Carries messages, reads none.' },
  platform: {
    libs: ['access', 'environment', 'event-shapes', 'refusal'],
    packages: [
      '@fastify/compress',
      '@fastify/cors',
      '@nestjs/',
      'class-transformer',
      'class-validator',
      'fastify',
      'find-my-way',
      'negotiator',
      'pino',
      'prom-client',
      'reflect-metadata',
      'rxjs',
      'swagger-ui-dist',
    ],
    comment: 'What every process needs to run; nothing of what any of them does.',
  },
};

const SPEC = '\\.spec\\.tsx?$';
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] as const;

const GENERAL: readonly IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment: 'Modules in a cycle can only be understood, tested and moved together.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'apps-apart',
    comment: 'Apps meet over events, NATS or HTTP, so that each can be its own deployment.',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'console-apart',
    comment:
      'The console runs in browsers: of our libs it may use the client, as types, and money.',
    from: { path: '^apps/console/src/' },
    to: { path: '^libs/', pathNot: '^libs/(client|money)/' },
  },
  {
    name: 'console-alone',
    comment: 'A process serves the console as files; nothing of it runs in Node.',
    from: { path: '^(apps|libs)/', pathNot: '^apps/console/' },
    to: { path: '^apps/console/' },
  },
  {
    name: 'libs-below-apps',
    comment: 'A lib that knows an app cannot be used by another; pass in what it needs.',
    from: { path: '^libs/' },
    to: { path: '^apps/' },
  },
  {
    name: 'libs-by-name',
    comment: "Import a lib as '#money': only what its index.ts exports is its interface.",
    from: { path: '^(libs/[^/]+|apps|bench|test|tools)/' },
    to: { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'production-alone',
    comment: 'What runs in production may not need tests, benchmarks or tools.',
    from: { path: '^(apps|libs)/', pathNot: SPEC },
    to: { path: ['^(test|bench|tools)/', SPEC] },
  },
  {
    name: 'production-packages',
    comment: 'Development packages are not installed in production; move it to dependencies.',
    // What the console imports is inside what Vite makes of it, and installed nowhere else.
    from: { path: '^(apps|libs)/', pathNot: [SPEC, '^apps/console/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'declared-packages',
    comment: 'A package that package.json does not name comes and goes with others.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'resolvable',
    comment: 'The import leads nowhere: a typing error, or a package that is not installed.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-orphans',
    comment: 'Nothing uses this module and it uses nothing: delete it, or import it.',
    from: {
      orphan: true,
      path: '^(apps|libs)/',
      pathNot: [
        SPEC,
        '/main\\.[jt]sx?$',
        '^apps/console/(public/|test/|vite\.config|src/vite-env)',
      ],
    },
    to: {},
  },
  {
    name: 'every-lib-fenced',
    comment: 'Give the new lib its row in tools/fences.ts: what it may import, and why.',
    from: { path: '^libs/', pathNot: `^libs/(${Object.keys(FENCES).join('|')})/` },
    to: {},
  },
];

/** Who may import whom. Every rule is proven by fences.spec.ts. */
export const RULES: readonly IForbiddenRuleType[] = [
  ...GENERAL,
  ...Object.entries(FENCES).flatMap(([lib, fence]) => rulesOf(lib, fence)),
].map((rule) => ({ severity: 'error', ...rule }));

function rulesOf(lib: string, { libs, packages, node, comment }: Fence): IForbiddenRuleType[] {
  const path = `^libs/${lib}/`;
  const allowed = [lib, ...libs].join('|');
  const rules: IForbiddenRuleType[] = [
    {
      name: `${lib}-libs`,
      comment: `${comment} It may import ${libs.join(', ') || 'no other lib'}.`,
      from: { path },
      to: { path: '^libs/', pathNot: `^libs/(${allowed})/` },
    },
    {
      name: `${lib}-packages`,
      comment: `${comment} It may import ${packages.join(', ') || 'no package'}.`,
      from: { path, pathNot: SPEC },
      to: { dependencyTypes: [...NPM], pathNot: packages.map(pathOfPackage) },
    },
  ];
  if (!node) return rules;
  const pure: IForbiddenRuleType = {
    name: `${lib}-pure`,
    comment: `${comment} Of Node it may import ${node.join(', ')}.`,
    from: { path, pathNot: SPEC },
    to: { dependencyTypes: ['core'], pathNot: `^(node:)?(${node.join('|')})(/strict)?$` },
  };
  return [...rules, pure];
}

function pathOfPackage(name: string): string {
  return `^node_modules/${name.endsWith('/') ? name : `${name}/`}`;
}
