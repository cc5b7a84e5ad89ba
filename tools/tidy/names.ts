import type { TidyRule } from './repository.js';

const SOURCES = /^(apps|libs|test|bench|tools)\//;

const FOLDERS_BANNED = [
  'common',
  'shared',
  'utils',
  'util',
  'core',
  'helpers',
  'services',
  'controllers',
  'dtos',
  'interfaces',
  'types',
];

const SUFFIXES_BANNED = [
  'service',
  'util',
  'utils',
  'helper',
  'helpers',
  'types',
  'constant',
  'constants',
  'interface',
  'dto',
  'repository',
  'mapper',
];

/** Folders say what the business does. */
export const folderNames: TidyRule = ({ paths }) => {
  const folders = new Set(
    paths.filter((path) => SOURCES.test(path)).map((path) => path.slice(0, path.lastIndexOf('/'))),
  );
  return [...folders]
    .filter((folder) => FOLDERS_BANNED.includes(folder.slice(folder.lastIndexOf('/') + 1)))
    .map((folder) => `${folder}/: name the folder after what the business does in it`);
};

/** A suffix is a role that Nest or a tool gives; the others say nothing. */
export const fileSuffixes: TidyRule = ({ paths }) => {
  const suffix = new RegExp(`\\.(${SUFFIXES_BANNED.join('|')})(\\.spec)?\\.tsx?$`);
  return paths
    .filter((path) => SOURCES.test(path) && suffix.test(path))
    .map((path) => `${path}: drop the suffix and name the file after what it holds`);
};

/** Kebab-case, so that a file can be found and typed without looking. */
export const fileNames: TidyRule = ({ paths }) =>
  paths
    .filter((path) => SOURCES.test(path) && /\.(ts|tsx|mjs)$/.test(path))
    .filter((path) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(path.slice(path.lastIndexOf('/') + 1)))
    .map((path) => `${path}: write the file name in kebab-case, as in refund-request.ts`);
