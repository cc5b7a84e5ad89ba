export { type AnyEvent, type EventShape } from './event-shape.js';
export { UnknownEvent, upcastOf } from './upcast.js';
