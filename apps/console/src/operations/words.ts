import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of operations. */
export const OPERATIONS_WORDS = { en: EN, ar: AR };
