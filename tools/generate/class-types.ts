import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { SwaggerModule } from '@nestjs/swagger';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import ts from 'typescript';

/** Files with classes of requests and answers. */
const CLASS_FILES = ['.request.ts', '.response.ts', '.document.ts', '.controller.ts'];

const METADATA = 'dist/openapi-metadata.js';

type Field = { enum?: unknown };
type Classes = Readonly<Record<string, Readonly<Record<string, Field>>>>;
type Metadata = {
  readonly '@nestjs/swagger': { readonly models: readonly [Promise<unknown>, Classes][] };
};

/** The fields of each class, in the order of their declaration. */
export type FieldOrder = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the types and comments of request and answer classes from the sources, as the plugin of
 * @nestjs/swagger does, and gives them to its decorators; what a decorator says itself counts more.
 * The build strips types, so that the compiler has to be asked beside it.
 */
export async function loadClassTypes(): Promise<FieldOrder> {
  await writeFile(METADATA, metadataModule());
  const made = (await import(pathToFileURL(METADATA).href)) as {
    readonly default: () => Promise<Metadata>;
  };
  const metadata = await made.default();
  const classes = metadata['@nestjs/swagger'].models.flatMap(([, each]) => Object.entries(each));
  for (const [, fields] of classes) Object.values(fields).forEach(sortEnum);
  await SwaggerModule.loadPluginMetadata(() => Promise.resolve(metadata));
  return new Map(classes.map(([name, fields]) => [name, Object.keys(fields)]));
}

/** The compiler names the members of a union in an order that changes with other files. */
function sortEnum(field: Field): void {
  if (Array.isArray(field.enum)) field.enum.sort();
}

function metadataModule(): string {
  const visitor = new ReadonlyVisitor({
    pathToSource: process.cwd(),
    dtoFileNameSuffix: CLASS_FILES,
    controllerFileNameSuffix: ['.nothing.ts'],
    introspectComments: true,
    esmCompatible: true,
    // Bounds come from the decorators themselves, see describeHttpApp.
    classValidatorShim: false,
  });
  const program = programOf(CLASS_FILES);
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile) visitor.visit(program, file);
  }
  const { models } = visitor.collect();
  const types = Object.entries(visitor.typeImports).map(
    ([path, imported]) => `${JSON.stringify(path)}: ${imported}`,
  );
  return [
    `export default async () => {`,
    `  const t = { ${types.join(',\n')} };`,
    `  return { '@nestjs/swagger': { models: [${models.map(printed).join(',\n')}], controllers: [] } };`,
    `};`,
  ].join('\n');
}

type Model = ReturnType<ReadonlyVisitor['collect']>['models'][number];

function printed([file, classes]: Model): string {
  const printer = ts.createPrinter({ removeComments: true });
  const blank = ts.createSourceFile('', '', ts.ScriptTarget.Latest);
  const print = (node: ts.Node): string => printer.printNode(ts.EmitHint.Unspecified, node, blank);
  const members = Object.entries(classes).map(([name, type]) => `${name}: ${print(type)}`);
  return `[${print(file)}, { ${members.join(',\n')} }]`;
}

function programOf(suffixes: readonly string[]): ts.Program {
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config,
    ts.sys,
    process.cwd(),
  );
  const rootNames = fileNames.filter((file) => suffixes.some((suffix) => file.endsWith(suffix)));
  return ts.createProgram({ rootNames, options });
}
