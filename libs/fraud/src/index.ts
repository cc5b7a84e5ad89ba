export * from './score-request.js';
export * from './verdict.js';
