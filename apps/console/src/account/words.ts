import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of the page of one’s own sign-in. */
export const ACCOUNT_WORDS = { en: EN, ar: AR };
