import { Module } from '@nestjs/common';
import { PaymentStreamsModule } from '../payment/payment-streams.module.js';
import { CaseStreams } from './case-streams.js';
import { Desk } from './desk.js';
import { LeaseController } from './lease.controller.js';
import { NextCaseController } from './next-case.controller.js';
import { NextCases } from './next-cases.js';
import { WaitingCases } from './waiting-cases.js';

/** The work of analysts on cases, beside the payments' own streams. */
@Module({
  imports: [PaymentStreamsModule],
  controllers: [NextCaseController, LeaseController],
  providers: [CaseStreams, Desk, NextCases, WaitingCases],
  exports: [Desk],
})
export class DeskModule {}
