export * from './book-entry.js';
export * from './errors.js';
export type { Instant } from './instant.js';
export * from './operation.js';
export * from './payment-provider.js';
export * from './provider-fact.js';
export * from './provider-name.js';
export * from './webhook.js';
