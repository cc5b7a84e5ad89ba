import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of reconciliation. */
export const BOOKS_WORDS = { en: EN, ar: AR };
