/** One process of the system, and how to tell that it is ready for work. */
export type Part = {
  readonly name: string;
  /** The JavaScript file that Node runs. */
  readonly file: string;
  /** Without it the system does not start, and is not ready; without another it goes on. */
  readonly essential: boolean;
  /** Variables on top of this process's own. */
  readonly env: Readonly<Record<string, string>>;
  /** Sent to it as its first message. */
  readonly settings?: object;
  /** Asked until it answers 200; null: the process says so itself with a message. */
  readonly readyUrl: string | null;
  /** Where it listens, for people. */
  readonly address: string;
};
