/** Something does not fit what was signed: what an audit looks for, not a failure of the tool. */
export class Evidence extends Error {
  override readonly name = 'Evidence';
}
