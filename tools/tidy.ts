import * as contents from './tidy/contents.js';
import { dialect } from './tidy/dialect.js';
import { operationsWhole, providersWhole, readmeTree } from './tidy/layout.js';
import { fileNames, fileSuffixes, folderNames } from './tidy/names.js';
import type { TidyRule } from './tidy/repository.js';
import { datedTables, youngTables } from './tidy/tables.js';
import { listedClasses } from './tidy/wiring.js';

/**
 * How this repository keeps its own house, beyond what lint and types can see. Checked by
 * tidy.spec.ts; every finding says what to do instead.
 */
export const TIDY_RULES: Readonly<Record<string, TidyRule>> = {
  'folders are named after the business': folderNames,
  'files have no empty suffix': fileSuffixes,
  'files are in kebab-case': fileNames,
  'files stay small': contents.fileSizes,
  'comments stay within the page': contents.commentWidths,
  'words name who does what': dialect,
  'nothing is left for later': contents.leftovers,
  'exceptions to lint and types have a reason': contents.reasonedExceptions,
  'no test is skipped': contents.skippedTests,
  'no test is focused': contents.focusedTests,
  'no path belongs to one machine': contents.machinePaths,
  'tables of others say of when they are': datedTables,
  'tables of others are younger than two years': youngTables,
  'documents have one title': contents.oneTitle,
  'documents point at what exists': contents.livingLinks,
  'operations are whole': operationsWhole,
  'providers are whole': providersWhole,
  'endpoints, handlers and migrations are listed': listedClasses,
  'the README shows the folders there are': readmeTree,
};
