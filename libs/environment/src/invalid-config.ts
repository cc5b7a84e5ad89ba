/** The environment does not fit; the message names every bad variable and prints no value. */
export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
}
