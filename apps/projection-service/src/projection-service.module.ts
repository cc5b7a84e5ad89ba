import {
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Type,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessFollowerModule } from '#access-follower';
import { EventStore } from '#event-store';
import { Clock, Health, Logger, Metrics } from '#platform';
import { SealedTexts } from '#privacy';
import { describe, type RunnerState, type SetAside } from '#projections';
import { AdjustmentCommands } from './adjustments/adjustment-commands.js';
import { AdjustmentsController } from './adjustments/adjustments.controller.js';
import { limitsOf } from './adjustments/limits.js';
import { PROJECTIONS } from './catalogue.js';
import { CausesController } from './causes/causes.controller.js';
import { PaymentKnowledge } from './causes/known-of-payment.js';
import { CasesController } from './cases/cases.controller.js';
import { Config, viewsOf } from './config.js';
import { DatabaseBacklogs } from './database-backlogs.js';
import { HistoryController } from './history/history.controller.js';
import { JournalController } from './journal/journal.controller.js';
import { JournalWatch } from './journal/journal-watch.js';
import { PeriodDecisions } from './journal/period-decisions.js';
import { Exports } from './lists/exports.js';
import { Lists } from './lists/lists.js';
import { DeskFeed } from './live/desk-feed.js';
import { StreamController } from './live/stream.controller.js';
import { MonthlyStatementsController } from './monthly-statements/monthly-statements.controller.js';
import { ContradictionsController } from './orders/contradictions.controller.js';
import { OrdersController } from './orders/orders.controller.js';
import { PaymentsController } from './orders/payments.controller.js';
import { Checklist } from './periods/checklist.js';
import { PeriodCommands } from './periods/period-commands.js';
import { PeriodQueries } from './periods/period-queries.js';
import { PeriodsController } from './periods/periods.controller.js';
import { PayoutsController } from './payouts/payouts.controller.js';
import { BalancesController } from './reconciliation/balances.controller.js';
import { ExceptionsController } from './reconciliation/exceptions.controller.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
import { sealedTextsOf } from './sealed-texts.js';
import { Backlogs } from './views/backlogs.js';
import type { ViewName } from './views/names.js';
import { Rebuilds } from './views/rebuilds.js';
import { VIEW_CHECK_HOURS, ViewChecks } from './views/view-checks.js';
import { ViewsController } from './views/views.controller.js';
import { Views } from './views/views.js';
import { ViewWatch } from './views/view-watch.js';

/** A process answers only for the views that it builds. */
const CONTROLLERS: Readonly<Record<ViewName, readonly Type[]>> = {
  orders: [PaymentsController, OrdersController, ContradictionsController],
  journal: [
    JournalController,
    AdjustmentsController,
    PeriodsController,
    MonthlyStatementsController,
  ],
  reconciliation: [
    ReconciliationController,
    ExceptionsController,
    BalancesController,
    PayoutsController,
  ],
  cases: [CasesController, StreamController],
};

/** Builds the views of PROJECTIONS and answers for them. */
@Module({})
export class ProjectionServiceModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly views: Views,
    private readonly watch: ViewWatch,
    private readonly journalWatch: JournalWatch,
    private readonly dataSource: DataSource,
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  /** @param connections a global module with the event store and the database. */
  static on(connections: Type | DynamicModule, config: Config): DynamicModule {
    return {
      module: ProjectionServiceModule,
      imports: [connections, AccessFollowerModule],
      controllers: [
        ...viewsOf(config).flatMap((name) => CONTROLLERS[name]),
        HistoryController,
        CausesController,
        ViewsController,
      ],
      providers: [
        Exports,
        Lists,
        {
          provide: Views,
          inject: [DataSource, EventStore, Clock],
          useFactory: (dataSource: DataSource, store: EventStore, clock: Clock) =>
            new Views(dataSource, store, clock, PROJECTIONS),
        },
        {
          provide: AdjustmentCommands,
          inject: [EventStore, DataSource, Clock, PeriodDecisions],
          useFactory: (
            store: EventStore,
            dataSource: DataSource,
            clock: Clock,
            periods: PeriodDecisions,
          ) => {
            const limits = limitsOf(config.JOURNAL_ADJUSTMENT_LIMITS);
            return new AdjustmentCommands(store, dataSource, clock, limits, periods);
          },
        },
        {
          provide: PeriodDecisions,
          inject: [EventStore],
          useFactory: (store: EventStore) => new PeriodDecisions(store),
        },
        {
          provide: JournalWatch,
          inject: [Views, EventStore, Clock],
          useFactory: (views: Views, store: EventStore, clock: Clock) =>
            new JournalWatch(views, store, clock),
        },
        Checklist,
        PeriodCommands,
        PeriodQueries,
        { provide: SealedTexts, inject: [Config], useFactory: sealedTextsOf },
        { provide: Backlogs, useClass: DatabaseBacklogs },
        PaymentKnowledge,
        ViewWatch,
        Rebuilds,
        { provide: VIEW_CHECK_HOURS, useValue: config.VIEW_CHECK_HOURS },
        ViewChecks,
        ...(viewsOf(config).includes('cases') ? [DeskFeed] : []),
      ],
    };
  }

  onApplicationBootstrap(): void {
    const names = viewsOf(this.config);
    this.health.add('database', async () => {
      await this.dataSource.query('SELECT 1');
      return null;
    });
    for (const name of names) this.health.add(name, () => this.watch.troubleOf(name));
    this.health.addFacts('views', () => this.watch.facts);
    this.metrics.add(...this.watch.metrics, ...this.journalWatch.metrics);
    this.metrics.add(sealedTextsOf(this.config).losses.metric);
    this.views.start(names, {
      onState: (name, state) => this.#log(name, state),
      onSetAside: (name, aside) => this.#logAside(name, aside),
    });
    this.watch.start();
    if (names.includes('journal')) this.journalWatch.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.watch.stop();
    await this.journalWatch.stop();
    await this.views.stop();
  }

  #log(view: ViewName, { status, trouble }: RunnerState): void {
    if (status === 'stopped') this.logger.error({ view, trouble }, 'view stopped');
    else if (status === 'waiting') this.logger.warn({ view, trouble }, 'view waits');
    else this.logger.info({ view, status }, 'view changed its status');
  }

  #logAside(view: ViewName, aside: SetAside): void {
    const { stream, eventType } = aside;
    const fields = { view, stream, eventType, reason: describe(aside) };
    this.logger.error(fields, 'view set an event aside and goes on without its stream');
  }
}
