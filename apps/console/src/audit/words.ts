import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of proofs. */
export const AUDIT_WORDS = { en: EN, ar: AR };
