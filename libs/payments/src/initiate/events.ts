import type { Initiation } from '../payment/initiation.js';
import type { EventShape } from '../payment/vocabulary.js';

export type PaymentInitiated = EventShape<'PaymentInitiated', Initiation>;

export type InitiateEvent = PaymentInitiated;
