/** What a person at the terminal can mend; told in one line, exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
