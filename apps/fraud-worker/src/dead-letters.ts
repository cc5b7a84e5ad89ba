import { readArguments, wrongUsage } from '#environment';
import { Messaging, STREAMS, type DeadLetter } from '#messaging';
import { loadConfig, run } from '#platform';
import { DeadLettersConfig } from './config.js';

const USAGE = `usage: npm run dead-letters -- list
       npm run dead-letters -- replay all
       npm run dead-letters -- replay N [N …]

Lists the messages that fraud workers gave up, one JSON object a line, or sends them once more to
where they were meant for, after what stopped them is mended. Reads NATS_URL and NATS_MESSAGE_KEY.
`;

const { positionals } = readArguments(USAGE, {}, { min: 1, max: Infinity });
const [action, ...numbers] = positionals;
if (action !== 'list' && (action !== 'replay' || numbers.length === 0)) {
  wrongUsage(USAGE, `what to do with the dead letters? Not ${positionals.join(' ')}`);
}
if (numbers.length !== 1 || numbers[0] !== 'all') numbers.forEach(numberOf);

await run('dead-letters', async () => {
  const { NATS_URL: url, NATS_MESSAGE_KEY: key } = loadConfig(DeadLettersConfig, process.env);
  const messaging = await Messaging.connect({ url, key, name: 'dead-letters' });
  try {
    await messaging.ensureStream(STREAMS.dead);
    if (action === 'list') for await (const letter of messaging.deadLetters()) print(letter);
    else
      for (const sequence of await chosen(messaging, numbers)) {
        print({ ...(await messaging.replay(sequence)), replayed: true });
      }
  } finally {
    await messaging.close();
  }
});

/** Collected first: what fails again while replaying is a new dead letter, not to be replayed. */
async function chosen(messaging: Messaging, numbers: readonly string[]): Promise<number[]> {
  if (numbers.length !== 1 || numbers[0] !== 'all') return numbers.map(numberOf);
  const all: number[] = [];
  for await (const { sequence } of messaging.deadLetters()) all.push(sequence);
  return all;
}

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text)) {
    wrongUsage(USAGE, `replay takes 'all' or numbers that list prints, not ${text}`);
  }
  return Number(text);
}

function print(letter: DeadLetter & { readonly replayed?: boolean }): void {
  process.stdout.write(`${JSON.stringify(letter)}\n`);
}
