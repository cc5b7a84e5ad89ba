import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds of a processor that each part has used so far, by its program's name. */
export type CpuTimes = Readonly<Record<string, number>>;

/** The kernel counts in hundredths of a second on every machine that Node runs on. */
const MS_PER_TICK = 10;

type Process = { readonly parent: number; readonly ticks: number; readonly part: string };

/** Of this process and everything it has started. Linux alone tells; elsewhere it is empty. */
export function cpuTimes(): CpuTimes {
  const processes = new Map<number, Process>();
  for (const name of entriesOf('/proc')) {
    const found = /^\d+$/.test(name) ? processOf(join('/proc', name)) : null;
    if (found) processes.set(Number(name), found);
  }
  const times: Record<string, number> = {};
  for (const [pid, { ticks, part }] of processes) {
    if (!descends(pid, processes)) continue;
    const name = pid === process.pid ? 'load' : part;
    times[name] = (times[name] ?? 0) + ticks * MS_PER_TICK;
  }
  return times;
}

/** What each part used between two looks, per piece of work, the dearest first. */
export function cpuPerPiece(before: CpuTimes, after: CpuTimes, pieces: number): CpuTimes {
  const perPiece = Object.entries(after).map(
    ([part, ms]) => [part, round((ms - (before[part] ?? 0)) / pieces)] as const,
  );
  return Object.fromEntries(perPiece.sort(([, a], [, b]) => b - a));
}

function processOf(folder: string): Process | null {
  try {
    const stat = readFileSync(join(folder, 'stat'), 'utf8');
    // The name in parentheses may hold spaces; fields are counted behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    return {
      parent: parent ?? 0,
      ticks: (user ?? 0) + (system ?? 0),
      part: partOf(readFileSync(join(folder, 'cmdline'), 'utf8')),
    };
  } catch {
    return null; // It ended meanwhile.
  }
}

function partOf(commandLine: string): string {
  const app = /apps\/([^/]+)\/src\/main\.js/.exec(commandLine)?.[1];
  if (app !== undefined) return app;
  const program = /^(?:.*\/)?(postgres|nats-server)\b/.exec(commandLine.split('\0')[0] ?? '')?.[1];
  return program ?? 'other';
}

function descends(pid: number, processes: ReadonlyMap<number, Process>): boolean {
  for (let at: number | undefined = pid; at; at = processes.get(at)?.parent) {
    if (at === process.pid) return true;
  }
  return false;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
