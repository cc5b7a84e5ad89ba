import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of approvals. */
export const APPROVAL_WORDS = { en: EN, ar: AR };
