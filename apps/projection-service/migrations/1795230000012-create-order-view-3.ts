import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, deleteSetAside, dropView } from '#projections';
import { ORDER_VIEW_2_TABLES } from './1795230000011-create-order-view-2.js';

const SCHEMA = 'order_view_3';
const BEFORE = 'order_view_2';

export const ORDER_VIEW_3_TABLES = ORDER_VIEW_2_TABLES;

/** Order view, version 3: rows hold the assessment that decided, and a late one beside it. */
export class CreateOrderView31795230000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, BEFORE);
    await deleteSetAside(queryRunner, BEFORE);
    await createView(queryRunner, SCHEMA, ORDER_VIEW_3_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropView(queryRunner, SCHEMA);
    await deleteSetAside(queryRunner, SCHEMA);
    await createView(queryRunner, BEFORE, ORDER_VIEW_2_TABLES);
  }
}
