import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of one payment. */
export const PAYMENT_WORDS = { en: EN, ar: AR };
