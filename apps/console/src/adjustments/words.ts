import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of adjustments. */
export const ADJUSTMENT_WORDS = { en: EN, ar: AR };
