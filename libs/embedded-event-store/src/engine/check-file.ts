import { damaged } from './errors.js';
import { PageFile } from './page-file.js';
import { PageWalk } from './walk-pages.js';

/**
 * Looks at every page of a store's file that LMDB may follow, before LMDB does: a short file,
 * zeroed pages or those of another file would end the process without a word.
 *
 * @throws StoreNotOpened
 */
export async function checkFile(folder: string, path: string): Promise<void> {
  let file: PageFile;
  try {
    file = PageFile.open(path);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw damaged(folder, error.message, error);
  }
  try {
    const found: string[] = [];
    const report = (tree: string, why: string) => found.push(`${why} (${tree})`);
    await new PageWalk(file, { damaged: report }).run();
    const [first] = found;
    if (first === undefined) return;
    const more = found.length > 1 ? `, and ${found.length - 1} more` : '';
    throw damaged(folder, `${first}${more}`);
  } finally {
    file.close();
  }
}
