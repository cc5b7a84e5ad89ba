/** What a node of the graph stands for. */
export const NODE_KINDS = [
  'command',
  'delivery',
  'model',
  'policy',
  'event',
  'case-event',
  'posting',
  'settlement-line',
] as const;

export type NodeKind = (typeof NODE_KINDS)[number];

export type CauseNode = {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** More for who looks closer; null: nothing. */
  readonly detail: string | null;
  /** When it was recorded; null of what is no event of its own. */
  readonly at: string | null;
  /** In store order, as in 1042/1042; null of what is no event of its own. */
  readonly position: string | null;
};

/** Something led to something; `why` names the id or rule that says so. */
export type CauseEdge = { readonly from: string; readonly to: string; readonly why: string };

export type CauseGraph = {
  readonly nodes: readonly CauseNode[];
  readonly edges: readonly CauseEdge[];
};

/** Collects nodes and edges, each once, in the order in which they were told. */
export class GraphBuilder {
  readonly #nodes = new Map<string, CauseNode>();
  readonly #edges = new Map<string, CauseEdge>();

  add(node: CauseNode): string {
    if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, node);
    return node.id;
  }

  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  /** The first reason given for a pair is kept. */
  link(from: string, to: string, why: string): void {
    const key = JSON.stringify([from, to]);
    if (from !== to && !this.#edges.has(key)) this.#edges.set(key, { from, to, why });
  }

  get graph(): CauseGraph {
    return { nodes: [...this.#nodes.values()], edges: [...this.#edges.values()] };
  }
}
