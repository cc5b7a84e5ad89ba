import { setInterval } from 'node:timers';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Logger } from '#platform';
import { Rebuilds } from './rebuilds.js';
import { Views } from './views.js';

/** A number: hours from one check to the next; 0: none. */
export const VIEW_CHECK_HOURS = Symbol('hours between checks of the views');

const MS_PER_HOUR = 3_600_000;
/** Between two views, so that a small machine is not busy with all of them at once. */
const CHECK_MS_MAX = 600_000;

/** Compares the views that this process builds with the events, again and again. */
@Injectable()
export class ViewChecks implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(
    private readonly views: Views,
    private readonly rebuilds: Rebuilds,
    private readonly logger: Logger,
    @Inject(VIEW_CHECK_HOURS) private readonly hours: number,
  ) {}

  onApplicationBootstrap(): void {
    if (this.hours === 0) return;
    this.#timer = setInterval(() => void this.#checkAll(), this.hours * MS_PER_HOUR);
    this.#timer.unref();
  }

  onApplicationShutdown(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
  }

  async #checkAll(): Promise<void> {
    for (const view of this.views.names) {
      // Where another process builds the view, that one checks it.
      if (this.#isStopped || this.views.runnerOf(view).state.status !== 'live') continue;
      try {
        const { trouble } = await this.rebuilds.begin(view, CHECK_MS_MAX, { swap: false });
        if (trouble !== null) this.logger.warn({ view, trouble }, 'view could not be checked');
      } catch (error) {
        this.logger.warn({ view, err: error }, 'view could not be checked');
      }
    }
  }
}
