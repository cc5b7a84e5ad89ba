import { Problem } from './problem.js';

/** Far beyond any documented body, far below what recursion can take. */
const DEPTH_MAX = 32;

/**
 * Goes level by level, since whatever recurses over such a body would run out of stack.
 *
 * @throws Problem `request-invalid` for what is nested too deeply.
 */
export function refuseDeepNesting(body: unknown): void {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) {
      const message = `must not nest deeper than ${DEPTH_MAX} levels`;
      throw new Problem('request-invalid', undefined, [{ field: 'body', message }]);
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
  }
}
