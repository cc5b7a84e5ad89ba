import { InvalidArgumentError, type Command } from 'commander';
import { PaymentsClient } from '#client';
import type { Connection } from '../connection.js';

export function paymentCommand(command: Command, connect: () => Connection): void {
  command
    .argument('<id>', 'the paymentId', uuid)
    .option('--json', 'print it in one line')
    .action(async (id: string, { json }: { json?: true }) => {
      const client = new PaymentsClient(connect().command('auditor', { attemptsMax: 2 }));
      const payment = await client.payment(id);
      client.close();
      process.stdout.write(`${JSON.stringify(payment, null, json ? 0 : 2)}\n`);
    });
}

function uuid(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('It must be a UUID, as command-service answered it.');
}
