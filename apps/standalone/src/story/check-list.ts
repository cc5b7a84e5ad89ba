/** The story's named checks, printed as they are made. */
export class CheckList {
  #held = 0;
  readonly #failed: string[] = [];

  constructor(private readonly say: (line: string) => void) {}

  get failed(): readonly string[] {
    return this.#failed;
  }

  get count(): number {
    return this.#held + this.#failed.length;
  }

  /** @param figures what was seen, in a few words. */
  check(name: string, held: boolean, figures: string): void {
    this.say(`${held ? '✓' : '✗'} ${name.padEnd(NAME_WIDTH)} ${figures}`);
    if (held) this.#held += 1;
    else this.#failed.push(name);
  }

  /** Makes one check; what `observe` throws fails it and not the whole story. */
  async observe(name: string, observe: () => Promise<Observation>): Promise<void> {
    try {
      const [held, figures] = await observe();
      this.check(name, held, figures);
    } catch (error) {
      this.check(name, false, error instanceof Error ? error.message : String(error));
    }
  }
}

/** Whether it held, and what was seen. */
export type Observation = readonly [held: boolean, figures: string];

const NAME_WIDTH = 44;
