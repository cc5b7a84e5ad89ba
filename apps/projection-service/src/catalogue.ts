import type { DataSource } from 'typeorm';
import { viewDatabase } from '#projections';
import { CreateOrderView1795230000000 } from '../migrations/1795230000000-create-order-view.js';
import { CreateJournalView1795230000001 } from '../migrations/1795230000001-create-journal-view.js';
import { CreateReconciliationView1795230000002 } from '../migrations/1795230000002-create-reconciliation-view.js';
import { CreateCaseView1795230000003 } from '../migrations/1795230000003-create-case-view.js';
import { CreateJournalView21795230000004 } from '../migrations/1795230000004-create-journal-view-2.js';
import { CreateCaseView21795230000007 } from '../migrations/1795230000007-create-case-view-2.js';
import { SetEventsAside1795230000010 } from '../migrations/1795230000010-set-events-aside.js';
import { CreateJournalView31795230000020 } from '../migrations/1795230000020-create-journal-view-3.js';
import { CreateJournalView41795230000024 } from '../migrations/1795230000024-create-journal-view-4.js';
import { CreateJournalView51795230000040 } from '../migrations/1795230000040-create-journal-view-5.js';
import { CreateReconciliationView21795230000021 } from '../migrations/1795230000021-create-reconciliation-view-2.js';
import { CreateOrderView21795230000011 } from '../migrations/1795230000011-create-order-view-2.js';
import { CreateOrderView31795230000012 } from '../migrations/1795230000012-create-order-view-3.js';
import { CreateOrderView41795230000014 } from '../migrations/1795230000014-create-order-view-4.js';
import { CreateCaseView31795230000013 } from '../migrations/1795230000013-create-case-view-3.js';
import { CreateCaseView41795230000015 } from '../migrations/1795230000015-create-case-view-4.js';
import { CreateCaseView51795230000022 } from '../migrations/1795230000022-create-case-view-5.js';
import { CreateReconciliationView31795230000030 } from '../migrations/1795230000030-create-reconciliation-view-3.js';
import { CreateReconciliationView41795240000000 } from '../migrations/1795240000000-create-reconciliation-view-4.js';
import { CreateJournalView61795240000001 } from '../migrations/1795240000001-create-journal-view-6.js';
import { caseView } from './cases/cases.projection.js';
import { journalView } from './journal/journal.projection.js';
import { orderView } from './orders/orders.projection.js';
import { reconciliationView } from './reconciliation/reconciliation.projection.js';
import type { Projections } from './views/names.js';

/** The version of each view that is built today. */
export const PROJECTIONS: Projections = {
  orders: orderView,
  journal: journalView,
  reconciliation: reconciliationView,
  cases: caseView,
};

/** The database of all views, not yet connected. Its tables do not depend on PROJECTIONS. */
export function openDatabase(url: string): DataSource {
  return viewDatabase({
    url,
    entities: Object.values(PROJECTIONS).flatMap(({ rows }) => rows),
    migrations: [
      CreateOrderView1795230000000,
      CreateJournalView1795230000001,
      CreateReconciliationView1795230000002,
      CreateCaseView1795230000003,
      CreateJournalView21795230000004,
      CreateCaseView21795230000007,
      SetEventsAside1795230000010,
      CreateJournalView31795230000020,
      CreateReconciliationView21795230000021,
      CreateOrderView21795230000011,
      CreateOrderView31795230000012,
      CreateCaseView31795230000013,
      CreateCaseView41795230000015,
      CreateOrderView41795230000014,
      CreateCaseView51795230000022,
      CreateJournalView41795230000024,
      CreateJournalView51795230000040,
      CreateReconciliationView31795230000030,
      CreateReconciliationView41795240000000,
      CreateJournalView61795240000001,
    ],
  });
}
