import { escapeHtml } from '#platform';

export type Bar = {
  readonly label: string;
  readonly value: number;
  /** A class of the page's style. */
  readonly look?: 'bar' | 'quiet' | 'look' | 'alarm';
};

const WIDTH = 640;
const ROW = 22;
const LABEL_WIDTH = 260;

/** Columns in order, as of days. */
export function columns(title: string, bars: readonly Bar[], height = 140): string {
  const top = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(1, bars.length);
  const width = Math.max(2, Math.min(48, step * 0.7));
  const shapes = bars.map(({ label, value, look = 'bar' }, index) => {
    const tall = (value / top) * height;
    const box = {
      x: index * step + (step - width) / 2,
      y: 20 + height - tall,
      width,
      height: tall,
    };
    // The first name would stick out to the left.
    const middle = Math.max(24, (index + 0.5) * step);
    const tip = `<title>${escapeHtml(`${label}: ${value}`)}</title>`;
    const isNamed = bars.length <= 12 || index % 5 === 0;
    const name = isNamed ? text(middle, height + 36, label.slice(5), 'middle') : '';
    return `<g>${tip}${rect(box, look)}${name}</g>`;
  });
  const axis = `<line class="axis" x1="0" x2="${WIDTH}" y1="${height + 20}" y2="${height + 20}"/>`;
  return svg(title, height + 44, `${text(0, 12, `at most ${top}`)}${shapes.join('')}${axis}`);
}

/** Rows with names, as of features; lines mark where bands begin. */
export function rows(title: string, bars: readonly Bar[], marks: readonly number[]): string {
  const height = bars.length * ROW + 18;
  const top = Math.max(...marks.map((mark) => mark * 1.2), ...bars.map(({ value }) => value));
  const scale = (value: number) => (value / top) * (WIDTH - LABEL_WIDTH - 60);
  const shapes = bars.map(({ label, value, look = 'bar' }, index) => {
    const y = index * ROW + 2;
    const box = { x: LABEL_WIDTH, y, width: Math.max(1, scale(value)), height: ROW - 6 };
    const figure = text(LABEL_WIDTH + scale(value) + 6, y + 12, value.toFixed(3));
    return text(0, y + 12, label) + rect(box, look) + figure;
  });
  const lines = marks.map((mark) => {
    const x = LABEL_WIDTH + scale(mark);
    const line = `<line class="axis" x1="${x}" x2="${x}" y1="0" y2="${height - 18}"/>`;
    return line + text(x, height - 4, String(mark), 'middle');
  });
  return svg(title, height, lines.join('') + shapes.join(''));
}

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

function rect({ x, y, width, height }: Box, look: string): string {
  const at = [x, y, width, height].map((number) => number.toFixed(1));
  return `<rect class="${look}" x="${at[0]}" y="${at[1]}" width="${at[2]}" height="${at[3]}"/>`;
}

function text(x: number, y: number, content: string, anchor = 'start'): string {
  const place = `x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}"`;
  return `<text ${place}>${escapeHtml(content)}</text>`;
}

function svg(title: string, height: number, content: string): string {
  const box = `viewBox="0 0 ${WIDTH} ${height}"`;
  return `<svg ${box} role="img" aria-label="${escapeHtml(title)}">${content}</svg>`;
}
