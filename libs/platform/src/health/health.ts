/** Says what is wrong in one sentence, or null when the part is well. */
export type HealthCheck = () => string | null | Promise<string | null>;

export type HealthOptions = {
  /** False: its trouble is told, and the process takes work all the same. */
  readonly essential?: boolean;
};

export type HealthReport = {
  readonly status: 'ready' | 'not-ready';
  readonly parts: Readonly<Record<string, string>>;
};

/** The parts of one process that must be well before it takes work. */
export class Health {
  readonly #checks = new Map<string, { check: HealthCheck; essential: boolean }>();

  add(part: string, check: HealthCheck, { essential = true }: HealthOptions = {}): void {
    this.#checks.set(part, { check, essential });
  }

  async report(): Promise<HealthReport> {
    const parts: Record<string, string> = {};
    let ready = true;
    for (const [part, { check, essential }] of this.#checks) {
      const trouble = await Promise.resolve()
        .then(check)
        .catch((error: unknown) => String(error));
      parts[part] = trouble ?? 'ok';
      ready &&= trouble === null || !essential;
    }
    return { status: ready ? 'ready' : 'not-ready', parts };
  }
}
