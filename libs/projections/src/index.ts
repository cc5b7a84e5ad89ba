export { PoisonEvent } from './apply.js';
export { ADD_MARK, CREATE_CHECKPOINT, DROP_MARK, readCheckpoint } from './checkpoint.js';
export type { Digest } from './digest.js';
export {
  defineProjection,
  each,
  rowsOf,
  schemaOf,
  type AnyEvent,
  type CheckedProjection,
  type Handler,
  type Plain,
  type Projection,
  type Read,
  type Table,
  type View,
} from './projection.js';
export { digestOfView, reach, readView, setAsideBy, type Answer } from './query.js';
export type { RowDifference, RowDifferences } from './row-differences.js';
export { RebuildInProgress, type Rebuilt } from './rebuild.js';
export {
  NotRunningHere,
  ProjectionRunner,
  type RunnerOptions,
  type RunnerState,
  type RunnerStatus,
} from './runner.js';
export { newestPosition, ViewLost } from './session.js';
export { CREATE_SET_ASIDE, deleteSetAside, describe, type SetAside } from './set-aside.js';
export { streamView, type StreamOptions } from './stream.js';
export { migrate, viewDatabase, type ViewDatabaseOptions } from './view-database.js';
export { createView, dropView } from './view-schema.js';
