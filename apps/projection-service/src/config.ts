import { IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { API_KEYS_PATTERN } from '#platform';
import { VIEW_NAMES, type ViewName } from './views/catalogue.js';

const NAMES = VIEW_NAMES.join('|');

/** Everything projection-service reads from its environment. */
export class Config {
  @IsString()
  HOST = '127.0.0.1';

  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3001;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL = 'info';

  /** Secret. Where the views live. */
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgres://' })
  DATABASE_URL!: string;

  @Matches(/^esdb(\+discover)?:\/\//, { message: 'EVENTSTORE_URL must begin with esdb://' })
  EVENTSTORE_URL = 'esdb://127.0.0.1:2113?tls=false';

  /** `client:role:sha256-hex-of-key`, separated by commas. */
  @Matches(API_KEYS_PATTERN, { message: 'API_KEYS must be client:role:sha256,…' })
  API_KEYS!: string;

  /** The views this process builds and answers for, or `all`. */
  @Matches(new RegExp(`^(all|(${NAMES})(,(${NAMES}))*)$`), {
    message: `PROJECTIONS must be all, or some of ${VIEW_NAMES.join(',')}`,
  })
  PROJECTIONS = 'all';
}

/** The views that PROJECTIONS names, in their usual order. */
export function viewsOf({ PROJECTIONS }: Pick<Config, 'PROJECTIONS'>): ViewName[] {
  const chosen = new Set(PROJECTIONS.split(','));
  return VIEW_NAMES.filter((name) => PROJECTIONS === 'all' || chosen.has(name));
}
