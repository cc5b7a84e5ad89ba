import { salvage } from '#embedded-event-store';
import { readArguments } from '#environment';

const USAGE = `usage: npm run event-store-salvage -- FOLDER NEW

Saves what can be read of the damaged event store in FOLDER into the new folder NEW. It ends with 0
only when no event is missing.
`;

const { positionals } = readArguments(USAGE, {}, { min: 2, max: 2 });
const [folder, target] = positionals as [string, string];

try {
  const { events, strays, damage, whole } = await salvage(folder, target);
  for (const what of damage) process.stdout.write(`damaged: ${what}\n`);
  process.stdout.write(`${events} events in ${target}/events.ndjson`);
  process.stdout.write(strays > 0 ? `, ${strays} of them strays\n` : '\n');
  process.stdout.write(
    whole
      ? `no event is missing: ${target} is a store again; put it in the place of ${folder}\n`
      : 'events are missing: restore a backup, and compare it with these lines\n',
  );
  process.exitCode = whole ? 0 : 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
