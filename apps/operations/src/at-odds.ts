import { ProblemResponse } from '#platform';

/** What every command may be answered that two people can be in each other's way with. */
export const AT_ODDS = { description: 'At odds with its state', type: ProblemResponse };
