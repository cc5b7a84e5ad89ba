import { Injectable } from '@nestjs/common';
import type { At, CaseEvent, Desk as DeskState } from '#cases';
import { Clock } from '#platform';
import { operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { deskResponse, type DeskResponse } from './desk.response.js';
import { Desk } from './desk.js';

export type DeskRequest = {
  readonly paymentId: string;
  readonly body: object;
  readonly command: KeyedCommand;
  /** Whether it makes sense of a case that is decided already, as a note does. */
  readonly alsoDecided?: boolean;
};

/** How every command on a case is answered: with how the case stands. */
@Injectable()
export class DeskEndpoint {
  constructor(
    private readonly desk: Desk,
    private readonly clock: Clock,
  ) {}

  /** @param name of the command, under which a key names it. */
  async answer(
    name: string,
    { paymentId, body, command, alsoDecided = false }: DeskRequest,
    decide: (at: At, desk: DeskState) => readonly CaseEvent[],
  ): Promise<DeskResponse> {
    const context = operationOf(command, name, paymentId, body);
    const loaded = await this.desk.execute({ paymentId, context, decide, alsoDecided });
    return deskResponse(paymentId, loaded, this.clock.nowIso);
  }
}
