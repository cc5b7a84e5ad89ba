export { EmbeddedEventStore, type EmbeddedEventStoreOptions } from './embedded-event-store.js';
export { StoreNotOpened, type OpenRefusal } from './engine/errors.js';
export { type DoorOptions, EventStoreDoor } from './door/event-store-door.js';
export {
  hashPassword,
  InvalidUsers,
  parseUsers,
  type UserAccount,
} from './door/access/accounts.js';
export type { AppendRefusal, Distribution, GroupMetrics, StoreMetrics } from './engine/meters.js';
export { copyLmdbFile } from './engine/copy-file.js';
export { flush } from './engine/flush.js';
export { salvage, type SalvageReport } from './engine/salvage.js';
export type { ScavengeReport } from './engine/scavenge.js';
export type { Verification } from './engine/verify.js';
