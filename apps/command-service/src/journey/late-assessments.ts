import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { contextOf } from '../payment/command-context.js';
import { Journeys } from './journeys.js';
import { Locks } from '../payment/locks.js';
import { PaymentStreams } from '../payment/payment-streams.js';
import { Assessor } from '../scoring/assessor.js';
import { Rescoring, type RescoredPayment } from '../scoring/rescoring.js';

/** Records late scores as they arrive, and lets the payment take their consequence. */
@Injectable()
export class LateAssessments implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly rescoring: Rescoring,
    private readonly streams: PaymentStreams,
    private readonly assessor: Assessor,
    private readonly journeys: Journeys,
    private readonly locks: Locks,
  ) {}

  onApplicationBootstrap(): void {
    this.rescoring.start((rescored) => this.#record(rescored));
  }

  onApplicationShutdown(): Promise<void> {
    return this.rescoring.stop();
  }

  #record({ paymentId, reply }: RescoredPayment): Promise<void> {
    return this.locks.run(paymentId, async () => {
      const loaded = await this.streams.load(paymentId);
      const last = loaded.history.at(-1);
      if (!last) return;
      const context = contextOf(last.metadata, 'fraud-worker');
      const assessed = await this.assessor.recordLate(loaded, context, reply);
      await this.journeys.proceed(assessed, context);
    });
  }
}
