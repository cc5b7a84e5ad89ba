/**
 * Takes the fields that are null off a request, and off the requests in it. Whatever is not an
 * instance of a class, such as a policy, keeps its nulls: there they mean something.
 */
export function withoutNulls(request: unknown): unknown {
  if (Array.isArray(request)) {
    request.forEach(withoutNulls);
  } else if (isInstance(request)) {
    for (const [name, value] of Object.entries(request)) {
      if (value === null) Reflect.deleteProperty(request, name);
      else withoutNulls(value);
    }
  }
  return request;
}

function isInstance(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null;
}
