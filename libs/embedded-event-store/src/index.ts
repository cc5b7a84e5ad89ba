export { EmbeddedEventStore, type EmbeddedEventStoreOptions } from './embedded-event-store.js';
export { StoreNotOpened, type OpenRefusal } from './engine/errors.js';
