import { statfsSync, type StatsFs } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { availableMemory, constrainedMemory } from 'node:process';
import type { ReadMetric, Sample } from './metrics.js';

const MS_TO_SECONDS = 0.001;

/** What the machine or the container has left, as this process sees it. */
export const machineMetrics: readonly ReadMetric[] = [
  {
    name: 'assay_machine_cpu_seconds_total',
    help: 'What the processors of the machine did, all together.',
    type: 'counter',
    read: () =>
      (['user', 'nice', 'sys', 'idle', 'irq'] as const).map((mode) => ({
        value: cpus().reduce((sum, { times }) => sum + times[mode], 0) * MS_TO_SECONDS,
        labels: { mode },
      })),
  },
  {
    name: 'assay_machine_memory_bytes',
    help: 'Memory of the machine, or what its container allows this process.',
    type: 'gauge',
    read: () => [{ value: memoryLimit(constrainedMemory(), totalmem()) }],
  },
  {
    name: 'assay_machine_memory_available_bytes',
    help: 'What of it could still be taken.',
    type: 'gauge',
    read: () => [{ value: availableMemory() }],
  },
];

/** Of the disk that a folder is on, if there is one; no lines while it cannot be asked. */
export function diskMetrics(folder: string | undefined): readonly ReadMetric[] {
  if (folder === undefined) return [];
  const path = resolve(folder);
  return [
    {
      name: 'assay_data_disk_bytes',
      help: 'Size of the disk that the data folder is on.',
      type: 'gauge',
      read: () => diskSamples(path, ({ blocks, bsize }) => blocks * bsize),
    },
    {
      name: 'assay_data_disk_available_bytes',
      help: 'What this process may still write there.',
      type: 'gauge',
      read: () => diskSamples(path, ({ bavail, bsize }) => bavail * bsize),
    },
  ];
}

/** Without bounds the kernel says none, or more than there is. */
export function memoryLimit(constrained: number | undefined, total: number): number {
  return constrained !== undefined && constrained > 0 ? Math.min(constrained, total) : total;
}

function diskSamples(path: string, valueOf: (disk: StatsFs) => number): Sample[] {
  try {
    return [{ value: valueOf(statfsSync(path)) }];
  } catch {
    return [];
  }
}
