export { evolveCase, NO_CASE, type Case, type Decision } from './case.js';
export { labelOf, type Label } from './label.js';
