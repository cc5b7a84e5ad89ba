import {
  follow,
  lastMark,
  StoreDiverged,
  type EventStore,
  type Mark,
  type RecordedEvent,
} from '#event-store';
import {
  evolveModels,
  MODEL_STREAM,
  NO_MODELS,
  refOf,
  type ModelEvent,
  type ModelRef,
  type ModelState,
} from '#fraud';
import { FraudModel, readRegistry } from '#fraud-model';
import type { ScoringLog } from './feature-feed.js';

/** A decided model is not (yet) in the folder of models; what was loaded before goes on. */
export class ModelMissing extends Error {
  override readonly name = 'ModelMissing';
}

/** Receives the models to use from now on, and disposes of those it used before. */
export type ModelSeats = {
  readonly champion: (model: FraudModel) => void;
  readonly challenger: (model: FraudModel | null) => void;
};

const RETRY_MS = 2_000;

/** Follows the decisions about models and loads what they name, by the hash of its artefacts. */
export class ModelFeed {
  readonly #stop = new AbortController();
  #state: ModelState = NO_MODELS;
  #revision = -1n;
  #loaded: { champion: string | null; challenger: string | null };
  #trouble: string | null = 'still reading which model decides';
  #isDecided = false;
  #following: Promise<void> = Promise.resolve();
  #applying: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;
  #announce: () => void = () => undefined;
  /** Resolves once the model decided on is loaded, or is found to be missing. */
  readonly caughtUp = new Promise<void>((resolve) => {
    this.#announce = resolve;
  });

  /** @param champion what is loaded already; decides until a promotion says otherwise. */
  constructor(
    private readonly source: { readonly store: EventStore; readonly modelsDir: string },
    private readonly seats: ModelSeats,
    private readonly log: ScoringLog,
    champion: string,
  ) {
    this.#loaded = { champion, challenger: null };
  }

  /** Why the model in use is not the one decided on; null when it is. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Whether the deciding model was read; before that no payment may be scored. */
  get isDecided(): boolean {
    return this.#isDecided;
  }

  start(): void {
    this.#following = this.#follow().catch((error: unknown) => {
      this.#trouble = error instanceof Error ? error.message : String(error);
      this.log.warn({ err: error }, 'following the decisions about models failed');
    });
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#following;
    await this.#applying;
    clearTimeout(this.#retry);
  }

  async #follow(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await this.#followOn();
      } catch (error) {
        if (!(error instanceof StoreDiverged)) throw error;
        this.log.warn(
          { reason: error.message },
          'models are of another history, reading them again',
        );
        this.#state = NO_MODELS;
        this.#revision = -1n;
      }
    }
  }

  /** @throws StoreDiverged when the store does not have what was read. */
  async #followOn(): Promise<void> {
    const after = await this.#untilRead();
    if (after === null) return;
    this.#applying = this.#apply();
    await this.#applying;
    this.#isDecided = true;
    this.#announce();
    await follow(this.source.store, {
      after,
      streamPrefixes: [MODEL_STREAM],
      signal: this.#stop.signal,
      onEvent: (event) => {
        this.#take(event);
        this.#applying = this.#applying.then(() => this.#apply());
      },
      onLost: (error, retryMs) => {
        this.log.warn(
          { reason: error.message, retryMs },
          'decisions about models are out of reach',
        );
      },
    });
  }

  /** Reads the stream by name, not the whole store; from here on is followed. Null: stopped. */
  async #untilRead(): Promise<Mark | 'start' | null> {
    const { store } = this.source;
    while (!this.#stop.signal.aborted) {
      try {
        const end = (await lastMark(store)) ?? 'start';
        for await (const event of store.read(MODEL_STREAM)) this.#take(event);
        return end;
      } catch (error) {
        this.log.warn({ reason: String(error) }, 'decisions about models are out of reach');
        await this.#pause();
      }
    }
    return null;
  }

  /** Events written between the two reads of the start come twice. */
  #take({ stream, revision, type, data }: RecordedEvent): void {
    if (stream !== MODEL_STREAM || revision <= this.#revision) return;
    this.#revision = revision;
    this.#state = evolveModels(this.#state, { type, data } as unknown as ModelEvent);
  }

  /** Loads what changed. What cannot be loaded yet is tried again, or not if decided otherwise. */
  async #apply(): Promise<void> {
    clearTimeout(this.#retry);
    const { champion, challenger } = this.#state;
    const isSeated = champion === null || (await this.#seat('champion', refOf(champion)));
    if (isSeated) this.#trouble = null;
    const isShadowing = await this.#seat('challenger', challenger && refOf(challenger));
    if ((isSeated && isShadowing) || this.#stop.signal.aborted) return;
    this.#retry = setTimeout(() => {
      this.#applying = this.#applying.then(() => this.#apply());
    }, RETRY_MS);
    this.#retry.unref();
  }

  /** @returns whether what is decided on is in its seat. */
  async #seat(seat: 'champion' | 'challenger', wanted: ModelRef | null): Promise<boolean> {
    if (this.#loaded[seat] === (wanted?.modelHash ?? null)) return true;
    try {
      await this.#load(seat, wanted);
      this.log.info({ seat, ...wanted }, 'another model from now on');
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn({ seat, ...wanted, reason }, 'a model cannot be loaded yet');
      if (seat === 'champion') this.#trouble = `${wanted?.version} decides, but ${reason}`;
      return false;
    }
  }

  async #load(seat: 'champion' | 'challenger', wanted: ModelRef | null): Promise<void> {
    const model = wanted && (await modelOf(this.source.modelsDir, wanted.modelHash));
    if (seat === 'challenger') this.seats.challenger(model);
    else if (model) this.seats.champion(model);
    this.#loaded[seat] = model?.hash ?? null;
  }

  #pause(): Promise<void> {
    const { signal } = this.#stop;
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, signal.aborted ? 0 : RETRY_MS);
      signal.addEventListener('abort', finish);
    });
  }
}

/**
 * Loads a registered model by the hash of its artefacts.
 *
 * @throws ModelMissing when no version has it; ModelCorrupt, FeatureMismatch as FraudModel does.
 */
export async function modelOf(modelsDir: string, modelHash: string): Promise<FraudModel> {
  const { versions } = await readRegistry(modelsDir);
  const registered = versions.find(({ sha256 }) => sha256 === modelHash);
  if (!registered) throw new ModelMissing(`no model with hash ${modelHash} in ${modelsDir}`);
  return FraudModel.load(modelsDir, registered.version);
}
