import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of imports. */
export const IMPORT_WORDS = { en: EN, ar: AR };
