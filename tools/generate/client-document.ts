// What the generator of the client reads of an OpenAPI document.

export type Schema = { readonly $ref?: string; readonly type?: string; readonly items?: Schema };
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
type Parameter = { readonly in: string; readonly name: string; readonly required?: boolean };

export type Operation = {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};

type Named = {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
};

export type Document = {
  readonly info: { readonly title: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Named>>;
  };
};

/** An operation and where it is found in the client: `client.<group>.<name>(…)`. */
export type Placed = {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly group: string;
  readonly name: string;
};

/** Status, media type and schema of the answer when all went well. */
export function successOf({ responses }: Operation): [string, string, Schema | undefined] {
  const status = Object.keys(responses).find((each) => each.startsWith('2')) ?? '200';
  const [contentType, media] = Object.entries(responses[status]?.content ?? {})[0] ?? ['', {}];
  return [status, contentType, media.schema];
}
