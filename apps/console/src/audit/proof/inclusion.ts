import { same, sha256, type Bytes } from './bytes.js';

const NODE = Uint8Array.of(1);
const half = (number: number): number => Math.floor(number / 2);

/** Whether a leaf is in the tree of a root, by RFC 9162, section 2.1.3.2. */
export async function isIncluded(
  leaf: Bytes,
  index: number,
  proof: readonly Bytes[],
  head: { readonly size: number; readonly root: Bytes },
): Promise<boolean> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= head.size) return false;
  let [node, last, hash] = [index, head.size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    const isLeft = node % 2 === 1 || node === last;
    hash = isLeft ? await sha256(NODE, sibling, hash) : await sha256(NODE, hash, sibling);
    [node, last] = parentOf(node, last, isLeft);
  }
  return last === 0 && same(hash, head.root);
}

/** Where the climb goes on; at the right edge it skips the levels that have no sibling. */
function parentOf(node: number, last: number, isLeft: boolean): [number, number] {
  if (isLeft) while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
  return [half(node), half(last)];
}
