import type { TidyRule } from './repository.js';

/** Classes that no process runs until another file of its app lists them. */
const LISTED: readonly {
  readonly file: RegExp;
  readonly lister: RegExp;
  readonly advice: string;
}[] = [
  {
    file: /^(apps\/[\w-]+)\/src\/.+\.controller\.ts$/,
    lister: /\.module\.ts$/,
    advice: 'add its class to the controllers of a module',
  },
  {
    file: /^(apps\/[\w-]+)\/src\/.+\.handler\.ts$/,
    lister: /\.module\.ts$/,
    advice: 'add its class to the providers of a module',
  },
  {
    file: /^(apps\/[\w-]+)\/migrations\/.+\.ts$/,
    lister: /\/src\/catalogue\.ts$/,
    advice: 'add its class to the migrations of src/catalogue.ts',
  },
];

/** An endpoint that no module lists answers 404, and is in no document. */
export const listedClasses: TidyRule = ({ paths, text }) =>
  LISTED.flatMap(({ file, lister, advice }) =>
    paths.flatMap((path) => {
      const app = file.exec(path)?.[1];
      if (app === undefined) return [];
      const imported = `${path.slice(path.lastIndexOf('/')).replace(/\.ts$/, '.js')}'`;
      const listers = paths.filter((each) => each.startsWith(`${app}/`) && lister.test(each));
      const isListed = listers.some((each) => text(each).includes(imported));
      return isListed ? [] : [`${path}: nothing lists it; ${advice}`];
    }),
  );
