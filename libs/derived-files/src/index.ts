export { troubleOfFile } from './file-shape.js';
export { DamagedFile, DerivedDatabase, type DerivedLog } from './derived-database.js';
