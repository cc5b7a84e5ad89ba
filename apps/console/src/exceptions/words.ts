import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of exceptions. */
export const EXCEPTION_WORDS = { en: EN, ar: AR };
