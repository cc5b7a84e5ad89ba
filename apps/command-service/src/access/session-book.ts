import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SESSION_STREAM, type OpenSession, type SessionEvent } from '#access';
import { EventStore, recordEvent } from '#event-store';
import { ApiKeys, Clock, hashKey, Logger, Problem } from '#platform';

const TOKEN_BYTES = 32;
const WHOLE_MS = 12 * 60 * 60_000;

/** Of one person, or one key: beyond it the oldest ends, so that sign-ins fill no memory. */
const OWN_MAX = 100;

/** Longest wait until this process has heard of its own event. */
const HEARD_MS_MAX = 2_000;
const HEARD_POLL_MS = 5;

export type SessionOwner = { readonly person: string } | { readonly keyId: string };

/** Opens and ends sessions, which every process hears of from the ledger. */
@Injectable()
export class SessionBook implements OnModuleInit {
  constructor(
    private readonly store: EventStore,
    private readonly keys: ApiKeys,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.keys.onSessionUsed = (session) => {
      const data = { sessionId: session.sessionId, usedAt: this.clock.nowIso };
      this.#record({ type: 'SessionUsed', data }, session.sessionId).catch((error: unknown) => {
        this.logger.warn({ err: error }, 'that a session was used is not recorded');
      });
    };
  }

  /** @returns the token, which is nowhere else. */
  async open(owner: SessionOwner): Promise<string> {
    const { person = null, keyId = null } = owner as { person?: string; keyId?: string };
    const own = this.of(owner);
    if (own.length >= OWN_MAX && own[0]) await this.end(own[0].sessionId, 'assay');
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const nowMs = this.clock.nowMs;
    const data = {
      sessionId: randomUUID(),
      tokenHash: hashKey(token),
      ...{ person, keyId },
      openedAt: new Date(nowMs).toISOString(),
      endsAt: new Date(nowMs + WHOLE_MS).toISOString(),
    };
    await this.#record({ type: 'SessionOpened', data }, person ?? keyId ?? '');
    await this.heard(() => this.keys.session(token) !== null);
    return token;
  }

  async end(sessionId: string, endedBy: string): Promise<void> {
    const data = { sessionId, endedBy, endedAt: this.clock.nowIso };
    await this.#record({ type: 'SessionEnded', data }, endedBy);
    await this.heard(() => !this.keys.sessions.some((each) => each.sessionId === sessionId));
  }

  /** The oldest first. */
  of(owner: SessionOwner): readonly OpenSession[] {
    return this.keys.sessions.filter((session) =>
      'person' in owner ? session.person === owner.person : session.keyId === owner.keyId,
    );
  }

  /** @throws Problem `unavailable` when this process does not hear of what was recorded. */
  async heard(isHeard: () => boolean): Promise<void> {
    for (let waitedMs = 0; !isHeard(); waitedMs += HEARD_POLL_MS) {
      if (waitedMs > HEARD_MS_MAX) throw new Problem('unavailable', 'sessions are not heard of');
      await new Promise((resolve) => setTimeout(resolve, HEARD_POLL_MS));
    }
  }

  async #record(event: SessionEvent, client: string): Promise<void> {
    const cause = { client, actor: `session:${client}`, commandId: randomUUID() };
    await recordEvent(this.store, { stream: SESSION_STREAM }, cause, event);
  }
}
