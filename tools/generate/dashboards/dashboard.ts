/** One panel: its queries by the legend of each; a legend may hold labels, as in `{{provider}}`. */
export type Panel = {
  readonly title: string;
  /** What to read from it, where the title leaves that open. */
  readonly description?: string;
  /** Of Grafana, as in `percentunit` or `s`. */
  readonly unit: string;
  readonly queries: Readonly<Record<string, string>>;
  /** Why it is rightly empty where nothing of its kind has happened yet. */
  readonly emptyUntil?: string;
};

export type Dashboard = {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
};

const COLUMNS = 2;
const WIDTH = 12;
const HEIGHT = 8;
const SOURCE = { type: 'prometheus', uid: 'prometheus' };

/** A dashboard as Grafana provisions it from a file. */
export function dashboardJson({ uid, title, panels }: Dashboard): string {
  return JSON.stringify({
    uid,
    title,
    tags: ['assay'],
    schemaVersion: 39,
    editable: false,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'utc',
    panels: panels.map(panelJson),
  });
}

function panelJson({ title, description, unit, queries }: Panel, index: number): object {
  return {
    id: index + 1,
    type: 'timeseries',
    title,
    ...(description !== undefined && { description }),
    datasource: SOURCE,
    gridPos: {
      x: (index % COLUMNS) * WIDTH,
      y: Math.floor(index / COLUMNS) * HEIGHT,
      w: WIDTH,
      h: HEIGHT,
    },
    fieldConfig: { defaults: { unit, custom: { spanNulls: false } }, overrides: [] },
    options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } },
    targets: Object.entries(queries).map(([legend, expr], query) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + query),
      datasource: SOURCE,
      expr,
      legendFormat: legend,
    })),
  };
}
