import { readExposition, type Sample } from '#alerting';

/** Series of a promtool test: at each step, the samples that there are. */
export type Steps = readonly (readonly Sample[])[];

export type InputSeries = { readonly series: string; readonly values: string };

/** Expands promtool's notation, as in `0+5x30 _x2 7`. */
export function stepsOf(all: readonly InputSeries[]): Steps {
  const expanded = all.map(({ series, values }) => {
    const [{ metric, labels } = { metric: '', labels: {} }] = readExposition(
      `${series} 0`,
      () => true,
    );
    return { metric, labels, values: values.trim().split(/\s+/).flatMap(expand) };
  });
  const length = Math.max(0, ...expanded.map(({ values }) => values.length));
  return Array.from({ length }, (_none, index) =>
    expanded.flatMap(({ metric, labels, values }) => {
      const value = values[index];
      return value === undefined || value === null ? [] : [{ metric, labels, value }];
    }),
  );
}

function expand(text: string): (number | null)[] {
  const [, start = '', step = '0', times] =
    /^(_|-?[\d.]+(?:e\d+)?)([+-][\d.]+(?:e\d+)?)?(?:x(\d+))?$/.exec(text) ?? [];
  if (start === '') throw new Error(`not in promtool's notation: ${text}`);
  if (start === '_') return Array.from({ length: Number(times ?? 1) }, () => null);
  const count = Number(times ?? 0) + 1;
  return Array.from({ length: count }, (_none, index) => Number(start) + index * Number(step));
}
