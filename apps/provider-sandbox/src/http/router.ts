type Node<T> = {
  readonly next: Map<string, Node<T>>;
  parameter: { readonly name: string; readonly node: Node<T> } | null;
  readonly byMethod: Map<string, T>;
};

export type Found<T> =
  | { readonly kind: 'route'; readonly route: T; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'nothing' };

/** Finds what a path leads to, one step per segment. */
export class Router<T> {
  readonly #root: Node<T> = emptyNode();

  add(method: string, path: string, route: T): void {
    let node = this.#root;
    for (const segment of segmentsOf(path)) {
      if (segment.startsWith(':')) {
        node.parameter ??= { name: segment.slice(1), node: emptyNode() };
        node = node.parameter.node;
      } else {
        const next = node.next.get(segment) ?? emptyNode();
        node.next.set(segment, next);
        node = next;
      }
    }
    node.byMethod.set(method, route);
  }

  find(method: string, path: string): Found<T> {
    const params: Record<string, string> = {};
    let node = this.#root;
    for (const segment of segmentsOf(path)) {
      const next = node.next.get(segment);
      if (next !== undefined) node = next;
      else if (node.parameter !== null && segment !== '') {
        params[node.parameter.name] = segment;
        node = node.parameter.node;
      } else return { kind: 'nothing' };
    }
    const route = node.byMethod.get(method);
    if (route !== undefined) return { kind: 'route', route, params };
    if (node.byMethod.size === 0) return { kind: 'nothing' };
    return { kind: 'wrong-method', allowed: [...node.byMethod.keys()] };
  }
}

function segmentsOf(path: string): string[] {
  return path.slice(1).split('/');
}

function emptyNode<T>(): Node<T> {
  return { next: new Map(), parameter: null, byMethod: new Map() };
}
