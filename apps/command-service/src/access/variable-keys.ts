import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { importKeys } from '#access';
import { idOf } from '#event-store';
import { ApiKeys, Clock, Logger } from '#platform';
import { AccessRights } from './access-rights.js';

const BY = 'assay';

/**
 * Records the keys of the variable API_KEYS that were never seen, once each, so that they are
 * listed and can be revoked without a restart. They count without it, too.
 */
@Injectable()
export class VariableKeys implements OnApplicationBootstrap {
  constructor(
    private readonly rights: AccessRights,
    private readonly keys: ApiKeys,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.#record();
    } catch (error) {
      this.logger.warn(
        { err: error },
        'the keys of API_KEYS are not recorded; they count all the same',
      );
    }
  }

  async #record(): Promise<void> {
    const entries = this.keys.ofVariable;
    if (entries.length === 0) return;
    const at = this.clock.nowIso;
    const keyIdOf = (hash: string): string => idOf('api-key', 'variable', hash);
    const commandId = idOf('api-keys', 'variable', ...entries.map(({ hash }) => hash).sort());
    const by = { person: BY, actor: BY, commandId };
    await this.rights.decide(by, ({ keys }) =>
      importKeys(entries, keys, { idOf: keyIdOf, by: BY, at }),
    );
  }
}
