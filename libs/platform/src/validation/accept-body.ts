import { getMetadataStorage, type ValidationArguments } from 'class-validator';

type Body = Readonly<Record<string, unknown>>;
type Class = new () => object;

/** Builds the instance of a valid body; undefined when it is not certain that the body is valid. */
export type AcceptBody = (body: unknown) => object | undefined;

type Rule = (object: object, value: unknown) => boolean;

type Property = {
  readonly name: string;
  /** All must hold, or the property is not looked at (`@IsOptional`, `@ValidateIf`). */
  readonly conditions: readonly Rule[];
  readonly rules: readonly Rule[];
  readonly nested: AcceptBody | null;
};

/**
 * Compiles the class-validator decorators of a request class into one function that accepts valid
 * bodies. class-validator groups its metadata anew at every call, which costs a command more than
 * all its other work; this reads it once and calls the same constraint functions.
 *
 * Whatever it does not accept goes to class-validator itself, which names what is wrong: also
 * what has rules for each entry of a list, unless it is left out.
 *
 * @returns null for classes with decorators that this does not know; validate those the usual way.
 */
export function compileAcceptBody(target: Class): AcceptBody | null {
  const properties = propertiesOf(target);
  if (!properties) return null;
  const names = new Set(properties.map(({ name }) => name));

  return (body) => {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
    const source = body as Body;
    const instance = new target();
    for (const name in source) {
      if (!names.has(name)) return undefined;
      // As if it were left out, which only optional fields may be.
      if (source[name] === null) continue;
      (instance as Record<string, unknown>)[name] = source[name];
    }
    for (const property of properties) if (!accept(instance, property)) return undefined;
    return instance;
  };
}

function accept(instance: object, { name, conditions, rules, nested }: Property): boolean {
  const fields = instance as Record<string, unknown>;
  const value = fields[name];
  // Loops: a function per rule would be made anew for every field of every body.
  for (const holds of conditions) if (!holds(instance, value)) return true;
  if (nested && value !== undefined) {
    const inner = nested(value);
    if (!inner) return false;
    fields[name] = inner;
  }
  for (const rule of rules) if (!rule(instance, fields[name])) return false;
  return true;
}

function propertiesOf(target: Class): Property[] | null {
  const storage = getMetadataStorage();
  const all = storage.getTargetValidationMetadatas(target, '', false, false);
  const properties: Property[] = [];
  for (const [name, metadatas] of Object.entries(storage.groupByPropertyName(all))) {
    const conditions: Rule[] = [];
    const rules: Rule[] = [];
    let nested: AcceptBody | null = null;
    for (const metadata of metadatas) {
      if (metadata.validateIf) return null;
      if (metadata.each) {
        rules.push(() => false);
      } else if (metadata.type === 'conditionalValidation') {
        conditions.push(metadata.constraints[0] as Rule);
      } else if (metadata.type === 'nestedValidation') {
        nested = nestedOf(target, name);
        if (!nested) return null;
      } else if (metadata.type === 'customValidation') {
        rules.push(...rulesOf(target, metadata));
      } else {
        return null;
      }
    }
    properties.push({ name, conditions, rules, nested });
  }
  return properties;
}

type Metadata = ReturnType<
  ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']
>[number];

function rulesOf(target: Class, { constraintCls, constraints, propertyName }: Metadata): Rule[] {
  return getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => {
      // One for all calls, since a new one each time costs more than the check itself.
      const args: ValidationArguments = {
        targetName: target.name,
        property: propertyName,
        constraints,
        object: target,
        value: undefined,
      };
      return (object, value) => {
        args.object = object;
        args.value = value;
        return instance.validate(value, args) === true;
      };
    });
}

/** The nested class, from the property's declared type: `amount!: MoneyRequest`. */
function nestedOf(target: Class, name: string): AcceptBody | null {
  const type: unknown = Reflect.getMetadata('design:type', target.prototype as object, name);
  const isClass = typeof type === 'function' && type !== Object && type !== Array;
  return isClass ? compileAcceptBody(type as Class) : null;
}
