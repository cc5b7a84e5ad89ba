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

/** Where one part stands, and whether work is taken without it. */
export type PartReport = {
  readonly status: 'ok' | 'trouble';
  readonly essential: boolean;
  readonly trouble: string | null;
};

/** What a part knows of itself beyond its trouble, as a position. */
export type Facts = () => object | Promise<object>;

export type WholeReport = {
  readonly status: HealthReport['status'];
  readonly parts: Readonly<Record<string, PartReport>>;
  readonly facts: Readonly<Record<string, object>>;
};

/** The parts of one process that must be well before it takes work. */
export class Health {
  readonly #checks = new Map<string, { check: HealthCheck; essential: boolean }>();
  readonly #facts = new Map<string, Facts>();

  add(part: string, check: HealthCheck, { essential = true }: HealthOptions = {}): void {
    this.#checks.set(part, { check, essential });
  }

  /** `GET /health` shows it beside the parts; readiness does not depend on it. */
  addFacts(name: string, read: Facts): void {
    this.#facts.set(name, read);
  }

  async report(): Promise<HealthReport> {
    const { status, parts } = await this.#parts();
    const told = Object.entries(parts).map(([part, { trouble }]) => [part, trouble ?? 'ok']);
    return { status, parts: Object.fromEntries(told) as HealthReport['parts'] };
  }

  async whole(): Promise<WholeReport> {
    const facts: Record<string, object> = {};
    for (const [name, read] of this.#facts) {
      facts[name] = await Promise.resolve()
        .then(read)
        .catch((error: unknown) => ({ unknown: String(error) }));
    }
    return { ...(await this.#parts()), facts };
  }

  async #parts(): Promise<Omit<WholeReport, 'facts'>> {
    const parts: Record<string, PartReport> = {};
    let ready = true;
    for (const [part, { check, essential }] of this.#checks) {
      const trouble = await Promise.resolve()
        .then(check)
        .catch((error: unknown) => String(error));
      parts[part] = { status: trouble === null ? 'ok' : 'trouble', essential, trouble };
      ready &&= trouble === null || !essential;
    }
    return { status: ready ? 'ready' : 'not-ready', parts };
  }
}
