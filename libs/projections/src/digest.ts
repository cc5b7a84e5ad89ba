import { createHash } from 'node:crypto';

/** What a view holds, in one number: two views with equal digests have equal rows. */
export type Digest = { readonly sha256: string; readonly rows: number };

/**
 * Digest of all rows of some tables; the order of rows does not matter. The database hashes, in two
 * levels so that no step holds more than a 256th of the hashes.
 */
export async function digestOf(
  connection: { query(sql: string): Promise<unknown> },
  schema: string,
  tables: readonly string[],
): Promise<Digest> {
  const total = createHash('sha256');
  let rows = 0;
  for (const table of [...tables].sort()) {
    const [hashed] = (await connection.query(hashRows(schema, table))) as [
      { sha256: string | null; rows: string },
    ];
    total.update(`${table} ${hashed.rows} ${hashed.sha256 ?? ''}\n`);
    rows += Number(hashed.rows);
  }
  return { sha256: total.digest('hex'), rows };
}

function hashRows(schema: string, table: string): string {
  return `
    SELECT encode(sha256(string_agg(hash, ''::bytea ORDER BY bucket)), 'hex') AS sha256,
           coalesce(sum(rows), 0)::text AS rows
    FROM (
      SELECT get_byte(hash, 0) AS bucket, count(*) AS rows,
             sha256(string_agg(hash, ''::bytea ORDER BY hash)) AS hash
      FROM (SELECT sha256(convert_to(t::text, 'UTF8')) AS hash FROM "${schema}"."${table}" t) row
      GROUP BY 1
    ) bucket`;
}
