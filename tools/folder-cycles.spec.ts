import { folderCyclesOf } from './folder-cycles.js';

type Imports = Readonly<Record<string, readonly string[]>>;

function cyclesOf(imports: Imports): string[] {
  const modules = Object.entries(imports).map(([source, targets]) => ({
    source,
    dependencies: targets.map((resolved) => ({ resolved })),
  }));
  return folderCyclesOf({ modules } as unknown as Parameters<typeof folderCyclesOf>[0]);
}

describe('folders of one app', () => {
  it('may stand on each other in one order', () => {
    expect(
      cyclesOf({
        'apps/a/src/refund/refund.ts': ['apps/a/src/journey/journey.ts'],
        'apps/a/src/journey/journey.ts': ['apps/a/src/clock.ts'],
      }),
    ).toEqual([]);
  });

  it('may not lead back to each other, on any way round', () => {
    expect(
      cyclesOf({
        'apps/a/src/refund/refund.ts': ['apps/a/src/journey/journey.ts'],
        'apps/a/src/journey/journey.ts': ['apps/a/src/orders/order.ts'],
        'apps/a/src/orders/order.ts': ['apps/a/src/refund/amount.ts', 'apps/a/src/clock.ts'],
      }),
    ).toEqual([
      'apps/a/src/refund/refund.ts → apps/a/src/journey/journey.ts',
      'apps/a/src/journey/journey.ts → apps/a/src/orders/order.ts',
      'apps/a/src/orders/order.ts → apps/a/src/refund/amount.ts',
    ]);
  });

  it('count without their tests, and apart from those of other apps', () => {
    expect(
      cyclesOf({
        'apps/a/src/refund/refund.ts': ['apps/a/src/journey/journey.ts'],
        'apps/a/src/journey/journey.spec.ts': ['apps/a/src/refund/refund.ts'],
        'apps/b/src/journey/journey.ts': ['apps/b/src/refund/refund.ts'],
      }),
    ).toEqual([]);
  });
});
