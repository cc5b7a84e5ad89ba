import type { AuthoriseEvent } from '../authorise/events.js';
import type { CancelEvent } from '../cancel/events.js';
import type { CaptureEvent } from '../capture/events.js';
import type { ContradictionEvent } from '../contradiction/events.js';
import type { DisputeEvent } from '../dispute/events.js';
import type { FeeEvent } from '../fee/events.js';
import type { IncrementEvent } from '../increment/events.js';
import type { InitiateEvent } from '../initiate/events.js';
import type { OutcomeEvent } from '../outcome/events.js';
import type { ReauthoriseEvent } from '../reauthorise/events.js';
import type { RefundEvent } from '../refund/events.js';
import type { ReviewEvent } from '../review/events.js';
import type { RiskEvent } from '../risk/events.js';
import type { RoutingEvent } from '../routing/events.js';
import type { VoidEvent } from '../void/events.js';

export type * from '../payment/assessment.js';
export type * from '../payment/contradiction.js';
export type * from '../payment/initiation.js';
export type * from '../initiate/events.js';
export type * from '../routing/events.js';
export type * from '../risk/events.js';
export type * from '../review/events.js';
export type * from '../authorise/events.js';
export type * from '../increment/events.js';
export type * from '../reauthorise/events.js';
export type * from '../cancel/events.js';
export type * from '../void/events.js';
export type * from '../capture/events.js';
export type * from '../fee/events.js';
export type * from '../refund/events.js';
export type * from '../dispute/events.js';
export type * from '../outcome/events.js';
export type * from '../contradiction/events.js';

/** Every event of a `payment-<id>` stream. */
export type PaymentEvent =
  | InitiateEvent
  | RoutingEvent
  | RiskEvent
  | ReviewEvent
  | AuthoriseEvent
  | IncrementEvent
  | ReauthoriseEvent
  | CancelEvent
  | VoidEvent
  | CaptureEvent
  | FeeEvent
  | RefundEvent
  | DisputeEvent
  | OutcomeEvent
  | ContradictionEvent;

export type PaymentEventType = PaymentEvent['type'];

/** The event of one type, as in `EventOf<'PaymentCaptured'>`. */
export type EventOf<Type extends PaymentEventType> = Extract<PaymentEvent, { type: Type }>;
