import { InvalidArgumentError } from 'commander';
import { PAGE_ROWS_MAX } from './asked.js';

export function pageRows(text: string): number {
  const rows = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : Infinity;
  if (rows <= PAGE_ROWS_MAX) return rows;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${PAGE_ROWS_MAX}.`);
}
