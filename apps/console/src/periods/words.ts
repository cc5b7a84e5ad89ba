import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of periods. */
export const PERIOD_WORDS = { en: EN, ar: AR };
