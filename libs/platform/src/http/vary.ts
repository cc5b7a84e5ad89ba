type Reply = {
  header(name: string, value: string): unknown;
  getHeader(name: string): unknown;
};

/** Says that the answer depends on a header of the request, beside those that it names already. */
export function addVary(reply: Reply, field: string): void {
  const fields = variedBy(reply);
  if (!fields.includes(field)) reply.header('vary', [...fields, field].join(', '));
}

/** Lower-case names of headers that an answer depends on. */
export function variedBy(reply: Pick<Reply, 'getHeader'>): string[] {
  const named = reply.getHeader('vary');
  const text = Array.isArray(named) ? named.join() : typeof named === 'string' ? named : '';
  return text
    .toLowerCase()
    .split(',')
    .map((field) => field.trim())
    .filter((field) => field !== '');
}
