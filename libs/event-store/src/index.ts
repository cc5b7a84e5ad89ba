export * from './event-store.js';
export { eventIdOf, idOf } from './event-id.js';
export { comparePositions, formatPosition, parsePosition, POSITION_START } from './position.js';
export { follow, followOn, type FollowOptions } from './follow.js';
export { assertContinues, lastMark, markOf, type Mark } from './mark.js';
export { FoldedStream, type FoldedStreamOptions } from './folded-stream.js';
export { RemoteEventStore } from './remote-event-store.js';
export { SharedEventStore } from './shared-event-store.js';
