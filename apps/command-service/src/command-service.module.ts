import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessFollowerModule } from '#access-follower';
import { AccessModule } from './access/access.module.js';
import { AttentionModule } from './attention/attention.module.js';
import { ConsoleModule } from './console/console.module.js';
import { FrontModule } from './front/front.module.js';
import { GapsModule } from './gaps/gaps.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { PaymentsModule } from './payments.module.js';

@Module({})
export class CommandServiceModule {
  /** @param connections a global module with the event store, providers and scorer. */
  static on(connections: Type | DynamicModule): DynamicModule {
    return {
      module: CommandServiceModule,
      imports: [
        CqrsModule.forRoot(),
        connections,
        PaymentsModule,
        AccessFollowerModule,
        AccessModule,
        AttentionModule,
        GapsModule,
        FrontModule,
        ConsoleModule,
        PrivacyModule,
      ],
    };
  }
}
