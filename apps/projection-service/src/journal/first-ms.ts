const BEYOND_MS = /\.\d{3}\d*[1-9]/;

/**
 * The first millisecond that is not before a time, which may have nine digits. The journal keeps
 * whole ones: read as it is, JavaScript would cut the rest off and PostgreSQL round it, so that
 * sums had other postings than lines.
 */
export function firstMsFrom(time: string): Date {
  return new Date(Date.parse(time) + (BEYOND_MS.test(time) ? 1 : 0));
}
