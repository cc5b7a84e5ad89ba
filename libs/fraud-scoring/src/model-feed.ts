import { setTimeout as sleep } from 'node:timers/promises';
import { FoldedStream, StoreDiverged, type EventStore } from '#event-store';
import {
  MODEL_STREAM,
  MODEL_STREAM_TYPE,
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
const OUT_OF_REACH = 'decisions about models are out of reach';

/** Follows the decisions about models and loads what they name, by the hash of its artefacts. */
export class ModelFeed {
  readonly #stop = new AbortController();
  readonly #decisions: FoldedStream<ModelEvent, ModelState>;
  #state = NO_MODELS;
  #loaded: { champion: string | null; challenger: string | null };
  #trouble: string | null = 'still reading which model decides';
  #isDecided = false;
  #reading: Promise<void> = Promise.resolve();
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
    this.#decisions = new FoldedStream(source.store, {
      stream: MODEL_STREAM,
      type: MODEL_STREAM_TYPE,
      onChange: (state) => {
        this.#state = state;
        void this.#applyNext();
      },
      onLost: (error, retryMs) => {
        this.log.warn({ reason: error.message, retryMs }, OUT_OF_REACH);
      },
      onFailed: (error) => {
        this.#fail(error);
      },
    });
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
    this.#reading = this.#read();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#decisions.close();
    await this.#reading;
    await this.#applying;
    clearTimeout(this.#retry);
  }

  async #read(): Promise<void> {
    const state = await this.#untilRead();
    if (state === null) return;
    this.#state = state;
    await this.#applyNext();
    this.#isDecided = true;
    this.#announce();
  }

  /** Null: stopped. */
  async #untilRead(): Promise<ModelState | null> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        return await this.#decisions.current();
      } catch (error) {
        this.log.warn({ reason: String(error) }, OUT_OF_REACH);
        await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
    return null;
  }

  #fail(error: unknown): void {
    if (error instanceof StoreDiverged) {
      const { message: reason } = error;
      this.log.warn({ reason }, 'models are of another history, reading them again');
      this.start();
      return;
    }
    this.#trouble = error instanceof Error ? error.message : String(error);
    this.log.warn({ err: error }, 'following the decisions about models failed');
  }

  #applyNext(): Promise<void> {
    this.#applying = this.#applying.then(() => this.#apply());
    return this.#applying;
  }

  /** Loads what changed. What cannot be loaded yet is tried again, or not if decided otherwise. */
  async #apply(): Promise<void> {
    clearTimeout(this.#retry);
    const { champion, challenger } = this.#state;
    const isSeated = champion === null || (await this.#seat('champion', refOf(champion)));
    if (isSeated) this.#trouble = null;
    const isShadowing = await this.#seat('challenger', challenger && refOf(challenger));
    if ((isSeated && isShadowing) || this.#stop.signal.aborted) return;
    this.#retry = setTimeout(() => void this.#applyNext(), RETRY_MS);
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
