import { repositoryAt } from './tidy/repository.js';
import { oldTables } from './tidy/tables.js';

/** Names tables of currencies, limits and errors that were not compared for a year. */
for (const table of oldTables(repositoryAt(process.cwd()), new Date())) {
  process.stdout.write(`warning: ${table}: compare it with its source\n`);
}
