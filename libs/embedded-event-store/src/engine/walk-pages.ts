import { BRANCH, type KeyRange, LEAF, Page, SUBTREE } from './lmdb-page.js';
import { NO_PAGE, type PageFile, type Tree, treeAt } from './page-file.js';
import { nextTurn } from './turns.js';

export type Visitor = {
  /**
   * A page or value that is not what it must be; all of the tree in `range` may be lost with it.
   */
  readonly damaged: (tree: string, why: string, range: KeyRange) => void;
  /** Each value of the named tables, in the order of their keys. */
  readonly value?: (tree: string, value: Buffer) => void;
  /** Waited for now and then. */
  readonly pause?: () => Promise<void>;
};

class PageDamaged extends Error {}

/**
 * Follows every tree of the file down to its values, as LMDB would, and compares each page with
 * what must be there: LMDB itself ends the process on a page that is not its own.
 */
export class PageWalk {
  readonly #seen: Uint8Array;

  constructor(
    private readonly file: PageFile,
    private readonly visitor: Visitor,
  ) {
    this.#seen = new Uint8Array(Math.ceil((file.last + 1) / 8));
  }

  async run(): Promise<void> {
    for (const tree of this.file.trees) await this.#tree(tree);
  }

  /** Whether a page was reached. */
  reached(number: number): boolean {
    return ((this.#seen[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
  }

  async #tree(tree: Tree): Promise<void> {
    if (tree.root !== NO_PAGE) await this.#below(tree, tree.root, tree.depth, {});
  }

  /** A promise below branches only: most pages are leaves. */
  #below(tree: Tree, number: number, level: number, range: KeyRange): Promise<void> | undefined {
    const page = this.#undamaged(tree, range, () =>
      this.#open(number, level, tree.byBytes ? range : undefined),
    );
    if (!page) return undefined;
    if (level > 1) return this.#branch(tree, page, level, range);
    if (tree === this.file.trees[1]) return this.#tables(page);
    this.#leaf(tree, page);
    return undefined;
  }

  #undamaged<T>(tree: Tree, range: KeyRange, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof PageDamaged)) throw error;
      this.visitor.damaged(tree.name, error.message, range);
      return undefined;
    }
  }

  async #branch(tree: Tree, page: Page, level: number, range: KeyRange): Promise<void> {
    for (let index = 0; index < page.count; index += 1) {
      const low = index === 0 ? range.low : page.key(index);
      const high = index + 1 < page.count ? page.key(index + 1) : range.high;
      const below = this.#below(tree, page.child(index), level - 1, { low, high });
      if (below) await below;
    }
    // Everything else that waits has its turn after each page full of pages.
    await (this.visitor.pause?.() ?? nextTurn());
  }

  async #tables(page: Page): Promise<void> {
    for (let index = 0; index < page.count; index += 1) {
      if ((page.flags(index) & SUBTREE) === 0) continue;
      const name = page.key(index).toString('latin1').replace(/\0$/, '');
      await this.#tree(treeAt(page.data(index), 0, name));
    }
  }

  #leaf(tree: Tree, page: Page): void {
    for (let index = 0; index < page.count; index += 1) {
      const key = page.key(index);
      const value = this.#undamaged(tree, { low: key, high: key }, () =>
        this.#valueOf(page, index),
      );
      if (value) this.visitor.value?.(tree.name, value());
    }
  }

  /** Checks where the value is; reads it when asked. */
  #valueOf(page: Page, index: number): () => Buffer {
    const pages = page.pagesOf(this.file, index);
    if (pages === undefined) {
      throw new PageDamaged(`page ${page.elsewhere(index)} is not the long value it must be`);
    }
    for (let offset = 0; offset < pages.count; offset += 1) this.#take(pages.first + offset);
    return () => page.valueIn(this.file, index) ?? page.data(index);
  }

  #open(number: number, level: number, range: KeyRange | undefined): Page {
    this.#take(number);
    const bytes = this.file.page(number);
    if (bytes.length < this.file.pageBytes) throw new PageDamaged(`page ${number} is missing`);
    const page = new Page(bytes);
    if (!page.is(number, level === 1 ? LEAF : BRANCH) || !page.isWhole(range)) {
      throw new PageDamaged(`page ${number} is not the one that must be there`);
    }
    return page;
  }

  #take(number: number): void {
    if (number < 2 || number > this.file.last) {
      throw new PageDamaged(`page ${number} is none of the file's`);
    }
    if (this.reached(number)) throw new PageDamaged(`page ${number} is used twice`);
    this.#seen[number >> 3] = (this.#seen[number >> 3] ?? 0) | (1 << (number & 7));
  }
}
