import { Injectable } from '@nestjs/common';
import { RIGHTS_STREAM, RIGHTS_STREAM_TYPE, type Rights, type RightsEvent } from '#access';
import { DecidedStream, EventStore } from '#event-store';

export type RightsDecision = {
  readonly person: string;
  readonly actor: string;
  readonly commandId: string;
  /** Told when the command is recorded already. */
  readonly replayed?: () => void;
};

/** Decisions about who may do what, kept in `access-rights`. */
@Injectable()
export class AccessRights {
  readonly #decisions: DecidedStream<RightsEvent, Rights>;

  constructor(eventStore: EventStore) {
    const target = { stream: RIGHTS_STREAM, type: RIGHTS_STREAM_TYPE };
    this.#decisions = new DecidedStream(eventStore, target);
  }

  state(): Promise<Rights> {
    return this.#decisions.state();
  }

  /** Decides on what is recorded by now. @throws AccessError when a rule forbids it. */
  decide(
    { person, actor, commandId, replayed }: RightsDecision,
    decide: (rights: Rights) => readonly RightsEvent[],
  ): Promise<Rights> {
    return this.#decisions.decide({ client: person, actor, commandId }, decide, replayed);
  }
}
