import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { EventStore } from '#event-store';
import { Clock } from '#platform';
import { Config } from '../config.js';
import { SessionController } from './session.controller.js';
import { AccessLogController } from './access-log.controller.js';
import { AccessRights } from './access-rights.js';
import { BootstrapController } from './bootstrap.controller.js';
import { Invitations } from './invitations.js';
import { KeysController } from './keys.controller.js';
import { Passwords } from './passwords.js';
import { PeopleController } from './people.controller.js';
import { Seal } from './seal.js';
import { SessionBook } from './session-book.js';
import { SessionsController } from './sessions.controller.js';
import { SignIns } from './sign-ins.js';
import { SingleSignOn } from './single-sign-on/single-sign-on.js';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller.js';
import { VariableKeys } from './variable-keys.js';

/** Who may do what, and how people show who they are. */
@Module({
  controllers: [
    AccessLogController,
    BootstrapController,
    KeysController,
    PeopleController,
    SessionController,
    SessionsController,
    SingleSignOnController,
  ],
  providers: [
    AccessRights,
    SingleSignOn,
    Invitations,
    VariableKeys,
    SessionBook,
    {
      provide: SignIns,
      inject: [EventStore, AccessRights, Clock, Config],
      useFactory: (store: EventStore, rights: AccessRights, clock: Clock, config: Config) => {
        const seal = Seal.of(join(config.DATA_DIR, 'command-service', 'access.key'));
        return new SignIns({ store, rights, passwords: new Passwords(), seal, clock });
      },
    },
  ],
})
export class AccessModule {}
