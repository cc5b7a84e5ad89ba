import pg from 'pg';

const ACCOUNTS = 100_000;

/**
 * A double-entry ledger as it is usually built on PostgreSQL: both accounts are locked in order,
 * two postings written, both balances changed, in one transaction and one round trip.
 */
const SCHEMA = `
  CREATE TABLE account (id int PRIMARY KEY, balance bigint NOT NULL);
  CREATE TABLE transfer (
    id         uuid PRIMARY KEY,
    body       jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE posting (
    transfer_id uuid NOT NULL REFERENCES transfer,
    account_id  int NOT NULL,
    amount      bigint NOT NULL,
    balance     bigint NOT NULL,
    PRIMARY KEY (transfer_id, account_id)
  );
  CREATE INDEX posting_account ON posting (account_id);
  INSERT INTO account SELECT id, 0 FROM generate_series(0, ${ACCOUNTS}) AS id;

  CREATE FUNCTION record_transfer(key uuid, source int, target int, units bigint, facts jsonb)
  RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE before_source bigint; before_target bigint;
  BEGIN
    INSERT INTO transfer (id, body) VALUES (key, facts) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM 1 FROM account WHERE id IN (source, target) ORDER BY id FOR UPDATE;
    UPDATE account SET balance = balance - units WHERE id = source RETURNING balance INTO before_source;
    UPDATE account SET balance = balance + units WHERE id = target RETURNING balance INTO before_target;
    INSERT INTO posting VALUES
      (key, source, -units, before_source), (key, target, units, before_target);
    RETURN true;
  END $$;
`;

const FACTS = JSON.stringify({
  orderId: 'order-1',
  merchantId: 'merchant-1',
  customerId: 'customer-1',
  amount: { amount: '1050', currency: 'EUR' },
  provider: 'stripe',
  method: { kind: 'card', token: 'pm_card_visa' },
  intent: 'initiate',
});

/** The rival, on the PostgreSQL that the views use, with the durability of its defaults. */
export class RowlockLedger {
  readonly #pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  static async open(url: string, connections: number): Promise<RowlockLedger> {
    const pool = new pg.Pool({ connectionString: url, max: connections });
    await pool.query(SCHEMA);
    return new RowlockLedger(pool);
  }

  /** Transfers a second, from the provider's account to merchants, `connections` at once. */
  async rate(seconds: number, { hot }: { readonly hot: boolean }): Promise<number> {
    const endMs = performance.now() + seconds * 1000;
    let done = 0;
    const client = async (): Promise<void> => {
      while (performance.now() < endMs) {
        await this.#transfer(hot);
        done += 1;
      }
    };
    const startMs = performance.now();
    await Promise.all(Array.from({ length: this.#pool.options.max }, client));
    return done / ((performance.now() - startMs) / 1000);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  /** Spread: both sides differ from transfer to transfer, the best case of row locks. */
  async #transfer(hot: boolean): Promise<void> {
    const source = hot ? 0 : Math.floor(Math.random() * ACCOUNTS);
    const target = hot ? 1 : Math.floor(Math.random() * ACCOUNTS);
    await this.#pool.query({
      name: 'record',
      text: 'SELECT record_transfer($1, $2, $3, $4, $5)',
      values: [crypto.randomUUID(), source, target === source ? target + 1 : target, 1050, FACTS],
    });
  }
}
