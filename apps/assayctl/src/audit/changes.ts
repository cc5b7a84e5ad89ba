/** One field that is another one than before; undefined: it was, or is, not there. */
export type Change = {
  /** As in `refunds[0].status`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** Every field in which two states differ, down to what has no fields. */
export function changesBetween(before: unknown, after: unknown, path = ''): readonly Change[] {
  if (Object.is(before, after)) return [];
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, before, after }];
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const step = Array.isArray(after) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
    return changesBetween(before[name], after[name], step);
  });
}

type Branch = Readonly<Record<string, unknown>>;

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null;
}
