import { salvage } from '#embedded-event-store';

/** Saves what can be read of a damaged event store; 0 only when nothing of it is missing. */
const [folder, target] = process.argv.slice(2);
if (folder === undefined || target === undefined) {
  process.stderr.write('which store, and into which new folder? event-store-salvage FOLDER NEW\n');
  process.exit(2);
}

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
