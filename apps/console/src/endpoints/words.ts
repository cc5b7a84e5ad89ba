import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of endpoints. */
export const ENDPOINT_WORDS = { en: EN, ar: AR };
