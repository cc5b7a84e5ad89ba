export { readArguments, wrongUsage } from './arguments.js';
export { InvalidConfig } from './invalid-config.js';
export { SECRETS, withSecretsOfFiles } from './secret-files.js';
