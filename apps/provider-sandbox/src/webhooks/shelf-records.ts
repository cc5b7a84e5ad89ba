/* eslint-disable @typescript-eslint/consistent-type-definitions -- only interfaces merge */
import type { Undelivered } from './undelivered.js';

declare module '../ledger/records.js' {
  interface Records {
    undelivered: Undelivered;
  }
}
