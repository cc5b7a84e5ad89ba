import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of signing in. */
export const SESSION_WORDS = { en: EN, ar: AR };
