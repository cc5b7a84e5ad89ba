import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ADD_MARK, CREATE_SET_ASIDE, DROP_MARK } from '#projections';

/** What views go on without, and which event store they were built from. */
export class SetEventsAside1795230000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CREATE_SET_ASIDE);
    await queryRunner.query(ADD_MARK);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DROP_MARK);
    await queryRunner.query('DROP TABLE public.set_aside');
  }
}
