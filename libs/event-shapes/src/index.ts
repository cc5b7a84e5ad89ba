export { type AnyEvent, type EventShape } from './event-shape.js';
export type { Personal, PersonalFields, PersonalKind } from './personal.js';
export { UnknownEvent, upcastOf, type Upcaster } from './upcast.js';
export { ERASED, isLost, LOSSES, markOf, type Loss } from './lost-text.js';
export { isSealed, linkOf, SEALED_PREFIX } from './sealed-text.js';
