import { ROLES, type Role } from '#platform';

type Operation = {
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly 'x-roles'?: readonly Role[];
};
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** docs/roles.md: every operation of the one address, and which roles may call it. */
export function rolesPage(text: string): string {
  const { paths } = JSON.parse(text) as Document;
  const lines = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => `- \`${method.toUpperCase()} ${path}\`: ${whoMay(operation)}`,
    ),
  );
  return `${HEAD}\n\n${lines.toSorted().join('\n')}\n`;
}

function whoMay({ security, 'x-roles': roles = [] }: Operation): string {
  if (security?.length === 0) return 'anyone';
  return ROLES.filter((role) => roles.includes(role)).join(', ');
}

const HEAD = `# Roles and operations

<!-- Generated from docs/openapi/assay.json by \`npm run generate\`; edit \`@Roles\` of the route. -->

Who is not named is refused with \`forbidden\`. A route that declares neither roles nor that it is
public keeps its service from starting, and its document from being made. What anyone
may call takes no key, since it is signed. A service sees its own client's payments alone.`;
