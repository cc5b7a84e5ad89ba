import { Module } from '@nestjs/common';
import { Metrics } from '#platform';
import { PaymentStreamsModule } from '../payment/payment-streams.module.js';
import { AssignmentController } from './assignment.controller.js';
import { CaseStreams } from './case-streams.js';
import { DeskEndpoint } from './desk-endpoint.js';
import { Desk } from './desk.js';
import { EscalationController } from './escalation.controller.js';
import { LeaseController } from './lease.controller.js';
import { NextCaseController } from './next-case.controller.js';
import { NextCases } from './next-cases.js';
import { NotesController } from './notes.controller.js';
import { OverdueCases } from './overdue-cases.js';
import { SnoozeController } from './snooze.controller.js';
import { WaitingCases } from './waiting-cases.js';

/** The work of analysts on cases, beside the payments' own streams. */
@Module({
  imports: [PaymentStreamsModule],
  controllers: [
    NextCaseController,
    LeaseController,
    NotesController,
    SnoozeController,
    AssignmentController,
    EscalationController,
  ],
  providers: [CaseStreams, Desk, DeskEndpoint, NextCases, WaitingCases, OverdueCases],
  exports: [Desk],
})
export class DeskModule {
  constructor(overdue: OverdueCases, metrics: Metrics) {
    metrics.add(...overdue.metrics);
  }
}
