import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { comparePositions, formatPosition, POSITION_START } from '#event-store';
import { Logger, Problem, type ProblemDocument } from '#platform';
import { InitiatePayment } from '../initiate/initiate-payment.js';
import { InitiatePayments } from '../initiate/initiate-payments.handler.js';
import type { RecordedPayment } from '../journey/commands.js';
import type { Sender } from '../http/keyed-command.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { problemOf } from '../problem-details.js';
import { commandOf } from './batch-command.js';
import type { BatchResponse, BatchResult } from './batch.response.js';

/**
 * Commands taken in one turn of the event loop: others get theirs in between, and the first are on
 * their way to the disk while the next are prepared.
 */
const SLICE = 250;

type Item = Command<LoadedPayment> | Error;
type Outcome = RecordedPayment | Error;

/** The outcome is the next one of those that were initiated together. */
const TOGETHER = 'together';

/** Runs the commands of a batch, each for itself but recorded together. */
@Injectable()
export class Batches {
  constructor(
    private readonly commandBus: CommandBus,
    private readonly logger: Logger,
  ) {}

  /** Resolves once each is on disk or refused. */
  async run(items: readonly unknown[], sender: Sender): Promise<BatchResponse> {
    const slices: Promise<readonly Outcome[]>[] = [];
    for (let begin = 0; begin < items.length; begin += SLICE) {
      if (begin > 0) await nextTurn();
      slices.push(this.#slice(items.slice(begin, begin + SLICE), sender));
    }
    let last = POSITION_START;
    const results: BatchResult[] = [];
    for (const outcomes of await Promise.all(slices)) {
      for (const outcome of outcomes) {
        results.push(this.#resultOf(outcome));
        if (outcome instanceof Error) continue;
        if (comparePositions(last, outcome.position) < 0) last = outcome.position;
      }
    }
    return { results, position: formatPosition(last) };
  }

  async #slice(items: readonly unknown[], sender: Sender): Promise<readonly Outcome[]> {
    const commands: Item[] = [];
    for (const made of items.map((item) => madeOrRefused(item, sender))) {
      commands.push(made instanceof Promise ? await made : made);
    }
    const initiations = commands.filter((command) => command instanceof InitiatePayment);
    const initiating = this.#initiate(initiations);
    const begun = commands.map((command) => this.#begin(command));
    const initiated = (await initiating).values();
    const outcomes: Outcome[] = [];
    for (const each of begun) {
      outcomes.push(each === TOGETHER ? (initiated.next().value as Outcome) : await each);
    }
    return outcomes;
  }

  /** Begins what is not done together with others. */
  #begin(command: Item): Promise<Outcome> | Error | typeof TOGETHER {
    if (command instanceof InitiatePayment) return TOGETHER;
    return command instanceof Error ? command : this.#execute(command);
  }

  async #initiate(initiations: readonly InitiatePayment[]): Promise<readonly Outcome[]> {
    try {
      return await this.commandBus.execute(new InitiatePayments(initiations));
    } catch (error) {
      return initiations.map(() => errorOf(error));
    }
  }

  async #execute(command: Command<LoadedPayment>): Promise<Outcome> {
    try {
      return await this.commandBus.execute(command);
    } catch (error) {
      return errorOf(error);
    }
  }

  #resultOf(outcome: Outcome): BatchResult {
    if (outcome instanceof Error) {
      return { outcome: 'refused', paymentId: null, problem: this.#problemOf(outcome) };
    }
    return { outcome: 'accepted', paymentId: outcome.paymentId, problem: null };
  }

  #problemOf(error: Error): ProblemDocument {
    if (error instanceof Problem) return error.toDocument();
    const known = problemOf(error);
    if (known) return known;
    this.logger.error({ err: error }, 'command of a batch failed');
    return new Problem('internal-error').toDocument();
  }
}

function madeOrRefused(item: unknown, sender: Sender): Item | Promise<Item> {
  try {
    const made = commandOf(item, sender);
    return made instanceof Promise ? made.catch(errorOf) : made;
  } catch (error) {
    return errorOf(error);
  }
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
