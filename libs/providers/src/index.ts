export * from './payment-provider.js';
export * from './provider-fact.js';
