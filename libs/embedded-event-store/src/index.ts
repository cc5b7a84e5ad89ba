export { EmbeddedEventStore, type EmbeddedEventStoreOptions } from './embedded-event-store.js';
export { AppendTooLarge, StoreNotOpened, type OpenRefusal } from './engine/errors.js';
