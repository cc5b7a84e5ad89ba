import { Module } from '@nestjs/common';
import { Metrics } from '#platform';
import { ResumeModule } from '../resume/resume.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { GapFinder } from './gap-finder.js';

/** Starts after the resumer, which takes up what a search keeps and cannot apply. */
@Module({ imports: [WebhooksModule, ResumeModule], providers: [GapFinder] })
export class GapsModule {
  constructor(gapFinder: GapFinder, metrics: Metrics) {
    metrics.add(...gapFinder.metrics);
  }
}
