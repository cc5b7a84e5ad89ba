export * from './policy.js';
export {
  chooseRoute,
  METHODS,
  providerOf,
  takes,
  type NamedRouting,
  type RefusalOf,
  type Routed,
  type Unrouted,
} from './choose-route.js';
export { readRouting, type RoutingFault } from './read-routing.js';
export {
  activateRouting,
  evolveRouting,
  NO_ROUTING,
  proposeRouting,
  rollBackRouting,
  ROUTING_ERRORS,
  ROUTING_STREAM,
  ROUTING_STREAM_TYPE,
  RoutingError,
  withdrawRouting,
  type RoutingActivated,
  type RoutingErrorCode,
  type RoutingEvent,
  type RoutingProposal,
  type RoutingProposed,
  type RoutingState,
} from './routing-life.js';
