import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { PaymentCase } from './cases/payment-case.entity.js';
import { OrderContradiction } from './orders/order-contradiction.entity.js';
import { Backlogs } from './views/backlogs.js';

/** Counts in the rows of the views. */
@Injectable()
export class DatabaseBacklogs extends Backlogs {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  openContradictions(): Promise<number> {
    return this.dataSource.manager.countBy(OrderContradiction, { settledAt: IsNull() });
  }

  openCases(): Promise<number> {
    return this.dataSource.manager.countBy(PaymentCase, { status: 'open' });
  }
}
