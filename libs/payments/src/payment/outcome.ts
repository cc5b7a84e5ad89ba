/** A fact is true, but what it follows from is not recorded here (yet). */
export class MissingPredecessor extends Error {
  override readonly name = 'MissingPredecessor';
}
