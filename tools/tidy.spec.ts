import { OPERATION_IDS } from '#payments';
import { PROVIDERS } from '#provider-port';
import { TIDY_RULES } from './tidy.js';
import { repositoryAt, repositoryOf } from './tidy/repository.js';
import { oldTables } from './tidy/tables.js';

type Example = {
  readonly rule: string;
  readonly untidy: Readonly<Record<string, string>>;
  readonly tidy: Readonly<Record<string, string>>;
  readonly advice: RegExp;
};

describe('this repository', () => {
  const repository = repositoryAt(process.cwd());

  it.each(Object.entries(TIDY_RULES))('is tidy: %s', (_, rule) => {
    expect(rule(repository)).toEqual([]);
  });
});

describe('a table of others', () => {
  it('is named when it was not compared for a year', () => {
    const repository = repositoryOf({
      'libs/money/src/currencies.ts': '/** As of 2025-11-21: ISO 4217 list one. */',
      'libs/providers/src/stripe/amount.ts': '/** As of 2026-11-21: docs.stripe.com. */',
    });
    expect(oldTables(repository, new Date('2026-11-30T00:00:00Z'))).toEqual([
      'libs/money/src/currencies.ts is of 2025-11-21, 374 days old',
    ]);
  });
});

describe('a tidy rule', () => {
  it.each(examples())('finds what is untidy: $rule', ({ rule, untidy, advice }) => {
    expect(TIDY_RULES[rule]?.(repositoryOf(untidy)).join('\n')).toMatch(advice);
  });

  it.each(examples())('lets be what is tidy: $rule', ({ rule, tidy }) => {
    expect(TIDY_RULES[rule]?.(repositoryOf(tidy))).toEqual([]);
  });

  it('has an example', () => {
    expect(examples().map(({ rule }) => rule)).toEqual(Object.keys(TIDY_RULES));
  });
});

function examples(): Example[] {
  return [...namesAndSizes(), ...leftovers(), ...tables(), ...documents()];
}

function namesAndSizes(): Example[] {
  return [
    {
      rule: 'folders are named after the business',
      untidy: { 'libs/money/src/utils/round.ts': '' },
      tidy: { 'libs/money/src/rounding/round.ts': '', 'docs/common/page.md': '' },
      advice: /^libs\/money\/src\/utils\/: name the folder/,
    },
    {
      rule: 'files have no empty suffix',
      untidy: { 'apps/a/src/refund.service.ts': '' },
      tidy: { 'apps/a/src/refund.controller.ts': '', 'apps/a/src/service.ts': '' },
      advice: /refund\.service\.ts: drop the suffix/,
    },
    {
      rule: 'files are in kebab-case',
      untidy: { 'libs/money/src/exactAmount.ts': '' },
      tidy: { 'libs/money/src/exact-amount.spec.ts': '' },
      advice: /exactAmount\.ts: write the file name in kebab-case/,
    },
    {
      rule: 'files stay small',
      untidy: { 'libs/money/src/money.ts': '\n'.repeat(301) },
      tidy: { 'libs/money/src/money.spec.ts': '\n'.repeat(600) },
      advice: /301 lines, at most 300/,
    },
    {
      rule: 'comments stay within the page',
      untidy: { 'a.ts': `// ${'word '.repeat(20)}` },
      tidy: { 'a.ts': `const text = '${'word '.repeat(20)}';` },
      advice: /^a\.ts:1: break the comment/,
    },
    {
      rule: 'words name who does what',
      untidy: { 'libs/a/src/a.ts': '/**\n * The event is\n * told to nobody.\n */' },
      tidy: { 'libs/a/src/a.ts': '// The event reaches no subscriber.' },
      advice: /^libs\/a\/src\/a\.ts:2: "is told": .*\nlibs\/a\/src\/a\.ts:3: "nobody": name/,
    },
  ];
}

function tables(): Example[] {
  const file = 'libs/money/src/currencies.ts';
  return [
    {
      rule: 'tables of others say of when they are',
      untidy: { [file]: '/** Digits of every currency. */' },
      tidy: { [file]: '/** As of 2026-11-21: ISO 4217 list one. */' },
      advice: /currencies\.ts: say of when its table is/,
    },
    {
      rule: 'tables of others are younger than two years',
      untidy: { [file]: '/** As of 2024-11-29: ISO 4217 list one. */' },
      tidy: { [file]: '/** As of 2024-12-01: ISO 4217 list one. */' },
      advice: /currencies\.ts is of 2024-11-29, 731 days old: compare it/,
    },
  ];
}

function leftovers(): Example[] {
  return [
    {
      rule: 'nothing is left for later',
      untidy: { 'a.ts': plain('\n// TO~DO: handle the rest') },
      tidy: { 'a.ts': 'const todoList = [];' },
      advice: /^a\.ts:2: do it now or open an issue/,
    },
    {
      rule: 'exceptions to lint and types have a reason',
      untidy: { 'a.ts': plain('// eslint-~disable-next-line no-console') },
      tidy: {
        'a.ts': plain('// eslint-~disable-next-line no-console -- the logger is not up yet'),
      },
      advice: /^a\.ts:1: give the reason/,
    },
    {
      rule: 'no test is skipped',
      untidy: { 'a.spec.ts': plain("it.~skip('pays', () => {});") },
      tidy: { 'a.spec.ts': 'const suite = nats ? describe : describe.skip;' },
      advice: /^a\.spec\.ts:1: make the test pass/,
    },
    {
      rule: 'no test is focused',
      untidy: { 'a.spec.ts': plain("describe.~only('a', () => {});") },
      tidy: { 'a.spec.ts': "describe('a', () => {});" },
      advice: /^a\.spec\.ts:1: remove the focus/,
    },
    {
      rule: 'no path belongs to one machine',
      untidy: { 'docs/a.md': plain('see /~home/ann/assay') },
      tidy: { 'docs/a.md': 'see https://example.org/home/ann and ./home/ann' },
      advice: /^docs\/a\.md:1: use a path relative/,
    },
  ];
}

function documents(): Example[] {
  return [
    {
      rule: 'documents have one title',
      untidy: { 'a.md': '# One\n\n# Two\n' },
      tidy: { 'a.md': '# One\n\n```sh\n# not a title\n```\n\n## Part\n' },
      advice: /^a\.md: has 2 titles/,
    },
    {
      rule: 'documents point at what exists',
      untidy: { 'docs/a.md': '[b](../docs/b.md)', 'docs/c.md': '`libs/gone/src/x.ts`' },
      tidy: { 'docs/a.md': '[b](b.md#part) [c](https://c.example) `docs/b.md`', 'docs/b.md': '' },
      advice: /^docs\/a\.md: names docs\/b\.md.*\ndocs\/c\.md: names libs\/gone\/src\/x\.ts/,
    },
    ...parts(),
    {
      rule: 'the README shows the folders there are',
      untidy: { 'README.md': tree('libs/', '  gone  left'), 'libs/money/src/a.ts': '' },
      tidy: { 'README.md': tree('libs/', '  money  amounts'), 'libs/money/src/a.ts': '' },
      advice: /add libs\/money\/.*\n.*take libs\/gone\//,
    },
  ];
}

function parts(): Example[] {
  const calls = PROVIDERS.map((provider) => `libs/providers/src/${provider}`);
  const operations = Object.keys(OPERATION_IDS).flatMap((operation) => [
    `apps/command-service/src/${operation}/${operation}.controller.ts`,
    `apps/command-service/src/${operation}/${operation}.handler.ts`,
    `libs/payments/src/${operation}/decide.ts`,
    `libs/payments/src/${operation}/decide.spec.ts`,
    ...calls.map((folder) => `${folder}/${operation}.ts`),
  ]);
  const providers = PROVIDERS.flatMap((provider) => [
    `libs/providers/src/${provider}/provider.ts`,
    `test/contract/payment-provider-${provider}.contract.spec.ts`,
    `test/contract/payment-provider-lifecycle-${provider}.contract.spec.ts`,
    `test/contract/webhook-verifier-${provider}.contract.spec.ts`,
  ]);
  return [
    {
      rule: 'operations are whole',
      untidy: empty(operations, /increment\.ts$|refund\/decide\.spec/),
      tidy: empty(operations, /paypal\/increment\.ts$/),
      advice:
        /^increment has no call to any provider: .*\nrefund has no test of its rule: add \S+$/,
    },
    {
      rule: 'providers are whole',
      untidy: empty(providers, /lifecycle-paypal/),
      tidy: empty(providers),
      advice: /^paypal has no spec of its lifecycle: add test\/contract\/\S+$/,
    },
    {
      rule: 'endpoints, handlers and migrations are listed',
      untidy: {
        'apps/a/src/pay/pay.controller.ts': '',
        'apps/a/src/pay/repay.handler.ts': '',
        'apps/a/migrations/1-create.ts': '',
        'apps/a/src/a.module.ts': "import { RepayHandler } from './pay/repay.handler.js';",
        'apps/b/src/b.module.ts': "import { PayController } from './pay/pay.controller.js';",
      },
      tidy: {
        'apps/a/src/pay/pay.controller.ts': '',
        'apps/a/src/a.module.ts': "import { PayController } from './pay/pay.controller.js';",
        'apps/a/migrations/1-create.ts': '',
        'apps/a/src/catalogue.ts': "import { Create1 } from '../migrations/1-create.js';",
      },
      advice: /^\S+pay\.controller\.ts: nothing lists it.*\n\S+1-create\.ts: nothing lists it.*$/,
    },
  ];
}

/** Files of these paths, without some. */
function empty(paths: readonly string[], without = /^$/): Readonly<Record<string, string>> {
  return Object.fromEntries(paths.filter((path) => !without.test(path)).map((path) => [path, '']));
}

function tree(...lines: string[]): string {
  return `## Layout\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`;
}

/** Takes out the marks that keep these examples from being findings themselves. */
function plain(text: string): string {
  return text.replaceAll('~', '');
}
