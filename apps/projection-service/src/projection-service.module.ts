import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { EventStore } from '#event-store';
import { ApiKeyGuard, ApiKeys, Clock, Health, HealthController, type Logger } from '#platform';
import { CasesController } from './cases/cases.controller.js';
import { viewsOf, type Config } from './config.js';
import { HistoryController } from './history/history.controller.js';
import { JournalController } from './journal/journal.controller.js';
import { ContradictionsController } from './orders/contradictions.controller.js';
import { OrdersController } from './orders/orders.controller.js';
import { PaymentsController } from './orders/payments.controller.js';
import { PageController } from './page/page.controller.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
import type { ViewName } from './views/catalogue.js';
import { Rebuilds } from './views/rebuilds.js';
import { ViewsController } from './views/views.controller.js';
import { Views } from './views/views.js';
import { ViewWatch } from './views/view-watch.js';

/** What projection-service stands on, connected before Nest starts. */
export type Foundation = {
  readonly config: Config;
  readonly logger: Logger;
  readonly eventStore: EventStore;
  readonly dataSource: DataSource;
};

/** A process answers only for the views that it builds. */
const CONTROLLERS: Readonly<Record<ViewName, readonly Type[]>> = {
  orders: [PaymentsController, OrdersController, ContradictionsController],
  journal: [JournalController],
  reconciliation: [ReconciliationController],
  cases: [CasesController],
};

@Module({})
export class ProjectionServiceModule {
  static on({ config, eventStore, dataSource }: Foundation): DynamicModule {
    return {
      module: ProjectionServiceModule,
      controllers: [
        ...viewsOf(config).flatMap((name) => CONTROLLERS[name]),
        HistoryController,
        ViewsController,
        PageController,
        HealthController,
      ],
      providers: [
        { provide: EventStore, useValue: eventStore },
        { provide: Clock, useValue: new Clock() },
        { provide: DataSource, useValue: dataSource },
        { provide: ApiKeys, useValue: new ApiKeys(config.API_KEYS) },
        { provide: APP_GUARD, useClass: ApiKeyGuard },
        { provide: Health, useValue: new Health() },
        Views,
        ViewWatch,
        Rebuilds,
      ],
    };
  }
}
