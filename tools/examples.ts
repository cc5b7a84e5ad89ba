import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { EXAMPLES_FILE, recordedExamples, type Examples } from './examples/file.js';
import { kept } from './examples/kept.js';
import { visitAccounting } from './examples/script/accounting.js';
import { visitAccess } from './examples/script/access.js';
import { visitAudit, visitBooks, visitViews } from './examples/script/books.js';
import { visitCases } from './examples/script/cases.js';
import { visitDeliveries } from './examples/script/deliveries.js';
import { visitExceptions } from './examples/script/exceptions.js';
import { visitImports } from './examples/script/imports.js';
import { visitAlerts, visitIncidents } from './examples/script/incidents.js';
import { visitPrivacy } from './examples/script/privacy.js';
import { visitModels } from './examples/script/models.js';
import { visitPayments, visitUnknownOutcome } from './examples/script/payments.js';
import { visitFraudPolicy, visitFraudReports, visitRouting } from './examples/script/policies.js';
import { visitEndpoint, visitRegistration } from './examples/script/webhooks.js';
import { RecordedSystem } from './examples/system.js';

/**
 * Visits every operation of a real system once, and keeps what it answered.
 *
 * @throws Error that names every call that did not go as the script wants it.
 */
async function record(): Promise<Examples> {
  const system = await RecordedSystem.start();
  const failures: string[] = [];
  const play = async <Found>(part: () => Promise<Found>): Promise<Found | undefined> => {
    try {
      return await part();
    } catch (error) {
      failures.push(String(error));
      return undefined;
    }
  };
  try {
    const endpointId = await play(() => visitRegistration(system));
    await play(() => visitFraudPolicy(system));
    await play(() => visitUnknownOutcome(system));
    const paymentId = await play(() => visitPayments(system));
    await play(() => visitCases(system));
    await play(() => visitEndpoint(system, endpointId ?? ''));
    await play(() => visitRouting(system));
    await play(() => visitBooks(system, paymentId ?? ''));
    await play(() => visitAccounting(system));
    await play(() => visitFraudReports(system));
    await play(() => visitAudit(system));
    await play(() => visitDeliveries(system));
    await play(() => visitPrivacy(system));
    await play(() => visitViews(system));
    await play(() => visitModels(system));
    await play(() => visitImports(system));
    await play(() => visitAccess(system));
    await play(() => visitExceptions(system));
    await play(() => visitIncidents(system));
    await play(() => visitAlerts(system));
    for (const each of system.recorders) {
      await each.beRefused();
      failures.unshift(...each.failures);
    }
    if (failures.length > 0) throw new Error(`not recorded:\n${failures.join('\n')}`);
    return system.examples;
  } finally {
    await system.stop();
  }
}

async function refresh(): Promise<void> {
  const before = recordedExamples();
  const after = kept(before, await record());
  const options = await resolveConfig(EXAMPLES_FILE);
  const text = await format(JSON.stringify(after), { ...options, filepath: EXAMPLES_FILE });
  await writeFile(EXAMPLES_FILE, text);
  for (const [service, examples] of Object.entries(after)) {
    const changed = Object.entries(examples).filter(
      ([place, example]) => example !== before[service]?.[place],
    );
    const count = Object.keys(examples).length;
    process.stdout.write(`${service}: ${count} operations, ${changed.length} changed\n`);
    for (const [place] of changed) process.stdout.write(`  ${place}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await refresh().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
}
