import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of the page of people, keys and sessions. */
export const ACCESS_WORDS = { en: EN, ar: AR };
