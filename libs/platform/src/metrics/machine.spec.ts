import { tmpdir } from 'node:os';
import { diskMetrics, machineMetrics, memoryLimit } from './machine.js';
import type { ReadMetric } from './metrics.js';

describe('what the machine has left', () => {
  it('is some of its memory and of its processors', () => {
    const [cpu, memory, available] = machineMetrics.map((metric) => metric.read());
    expect(cpu?.find(({ labels }) => labels?.['mode'] === 'idle')?.value).toBeGreaterThan(0);
    const total = memory?.[0]?.value ?? 0;
    expect(available?.[0]?.value).toBeGreaterThan(0);
    expect(available?.[0]?.value).toBeLessThanOrEqual(total);
  });

  it.each([
    ['that of the machine without a bound', undefined, 100],
    ['that of the machine with a bound of none', 0, 100],
    ['that of the machine with a bound beyond it', 2 ** 60, 100],
    ['that of the container', 40, 40],
  ])('is %s', (_what, constrained, limit) => {
    expect(memoryLimit(constrained, 100)).toBe(limit);
  });

  it('is some of the disk, and nothing known of a folder that is not there', () => {
    const [size, available] = diskMetrics(tmpdir()).map(valueOf);
    expect(available).toBeGreaterThan(0);
    expect(size).toBeGreaterThanOrEqual(available ?? NaN);
    expect(diskMetrics('/nowhere/at/all').map(valueOf)).toEqual([undefined, undefined]);
  });
});

function valueOf(metric: ReadMetric): number | undefined {
  return metric.read()[0]?.value;
}
