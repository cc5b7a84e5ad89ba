import { IntersectionType } from '@nestjs/mapped-types';
import { Matches } from 'class-validator';
import { ApiKeysConfig, HttpConfig, IsWholeNumber, PrivacyConfig, StoreConfig } from '#platform';
import { LIMITS } from './adjustments/limits.js';
import { VIEW_NAMES, type ViewName } from './views/names.js';

const NAMES = VIEW_NAMES.join('|');

/** Everything projection-service reads from its environment. */
export class Config extends IntersectionType(
  HttpConfig,
  StoreConfig,
  ApiKeysConfig,
  PrivacyConfig,
) {
  override PORT = 3001;

  /** Secret. Where the views live. */
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgres://' })
  DATABASE_URL!: string;

  /** The views this process builds and answers for, or `all`. */
  @Matches(new RegExp(`^(all|(${NAMES})(,(${NAMES}))*)$`), {
    message: `PROJECTIONS must be all, or some of ${VIEW_NAMES.join(',')}`,
  })
  PROJECTIONS = 'all';

  /**
   * Hours between two checks of each view: it is built again beside the live one and compared. 0 is
   * never.
   */
  @IsWholeNumber(0, 500)
  VIEW_CHECK_HOURS = 24;

  /**
   * What one person may book by an adjustment alone: minor units of debits in each currency, as in
   * `EUR:100000,JPY:50000`. Above it, and in any other currency, a second person has to agree.
   */
  @Matches(LIMITS, { message: 'JOURNAL_ADJUSTMENT_LIMITS must be as in EUR:100000,JPY:50000' })
  JOURNAL_ADJUSTMENT_LIMITS = '';
}

/** The views that PROJECTIONS names, in their usual order. */
export function viewsOf({ PROJECTIONS }: Pick<Config, 'PROJECTIONS'>): ViewName[] {
  const chosen = new Set(PROJECTIONS.split(','));
  return VIEW_NAMES.filter((name) => PROJECTIONS === 'all' || chosen.has(name));
}
