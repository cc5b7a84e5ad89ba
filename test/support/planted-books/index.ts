import { SeededRandom } from '#fraud';
import { Books } from './books.js';
import { LINE_PLANTS } from './line-plants.js';
import { PAYOUT_PLANTS } from './payout-plants.js';
import { WELL_PLANTS } from './well-plants.js';

export { SeededRandom } from '#fraud';
export { Books, type Planted } from './books.js';

export const PLANTS = { ...LINE_PLANTS, ...WELL_PLANTS, ...PAYOUT_PLANTS };

const ORDINARY_MAX = 20;

/** Books with each plant once, or some more often, among operations with nothing wrong. */
export function plantedBooks(seed: number): Books {
  const books = new Books(new SeededRandom(seed));
  for (const [name, plant] of Object.entries(PLANTS)) {
    const times = books.whole(3);
    const before = books.planted.length;
    for (let each = 0; each < times; each += 1) plant(books);
    for (let at = before; at < books.planted.length; at += 1) {
      const known = books.planted[at];
      if (known) books.planted[at] = { ...known, plant: name };
    }
  }
  const ordinary = WELL_PLANTS['another ordinary operation'];
  for (let each = books.whole(ORDINARY_MAX); each > 0; each -= 1) ordinary?.(books);
  return books;
}

/** The same items in another order. */
export function shuffled<Item>(items: readonly Item[], random: SeededRandom): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random.next() * (last + 1));
    [order[last], order[other]] = [order[other] as Item, order[last] as Item];
  }
  return order;
}
