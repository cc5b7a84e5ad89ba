/** The records of RFC 4180; the text may come in parts of any length. */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  const reader = new CsvReader();
  for await (const part of text) yield* reader.read(part);
  const last = reader.end();
  if (last !== null) yield last;
}

class CsvReader {
  #record: string[] = [];
  #cell = '';
  /** After a quote inside of quotes: the end of them, or half of a doubled quote. */
  #state: 'plain' | 'quoted' | 'quote' = 'plain';

  read(part: string): (readonly string[])[] {
    const records: (readonly string[])[] = [];
    // Runs of ordinary characters and single signs that mean something.
    for (const [token] of part.matchAll(/[^",\r\n]+|[",\r\n]/g)) {
      if (this.#state === 'quoted') this.#inside(token);
      else if (token === '"') this.#quote();
      else if (token === '\n') records.push(this.#endOfRecord());
      else if (token === ',') this.#endOfCell();
      else if (token !== '\r') this.#cell += token;
    }
    return records;
  }

  /** @throws SyntaxError when the text ends inside of quotes. */
  end(): readonly string[] | null {
    if (this.#state === 'quoted') throw new SyntaxError('the CSV ends inside of a quoted cell');
    return this.#record.length > 0 || this.#cell !== '' ? this.#endOfRecord() : null;
  }

  #inside(token: string): void {
    if (token === '"') this.#state = 'quote';
    else this.#cell += token;
  }

  #quote(): void {
    if (this.#state === 'quote') this.#cell += '"';
    this.#state = 'quoted';
  }

  #endOfCell(): void {
    this.#record.push(this.#cell);
    this.#cell = '';
    this.#state = 'plain';
  }

  #endOfRecord(): readonly string[] {
    this.#endOfCell();
    const record = this.#record;
    this.#record = [];
    return record;
  }
}
