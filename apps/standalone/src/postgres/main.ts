// The embedded PostgreSQL as a part of its own: it gets its settings in a message, says when it is
// ready, and ends on request or with the database.
import { survivesLostOutput, writeOutput } from '#platform';
import { EmbeddedPostgres, type PostgresOptions } from './embedded-postgres.js';

export type PostgresSettings = Omit<PostgresOptions, 'onOutput'> & { readonly database: string };

survivesLostOutput();

const stopAsked = new Promise<'stop asked'>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      resolve('stop asked');
    });
  }
});

process.once('message', (settings: PostgresSettings) => {
  serve(settings).then(
    () => process.exit(0),
    (error: unknown) => {
      writeOutput(`postgres: ${(error as Error).message}\n`, 2);
      process.exit(1);
    },
  );
});

async function serve({ database, ...options }: PostgresSettings): Promise<void> {
  const postgres = await EmbeddedPostgres.start({
    ...options,
    onOutput: (text) => {
      writeOutput(text);
    },
  });
  await postgres.createDatabase(database);
  process.send?.('ready');
  const first = await Promise.race([stopAsked, postgres.ended]);
  if (first === undefined) throw new Error('the database ended by itself');
  await postgres.stop();
}
