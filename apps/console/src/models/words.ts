import { AR } from './words.ar.js';
import { EN } from './words.en.js';

/** The sentences of the page of models and policy. */
export const MODEL_WORDS = { en: EN, ar: AR };
