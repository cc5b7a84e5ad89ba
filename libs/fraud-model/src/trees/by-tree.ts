/** What is stored by node, then tree, tree after tree instead. */
export function byTree<Values extends Int32Array | Float32Array>(
  values: Values,
  perTree: number,
): Values {
  const count = values.length / perTree;
  const sorted = values.slice() as Values;
  for (let at = 0; at < values.length; at += 1) {
    sorted[at] = values[(at % perTree) * count + Math.floor(at / perTree)] ?? 0;
  }
  return sorted;
}
