export { DamagedFile, DerivedDatabase, type DerivedLog } from './derived-database.js';
