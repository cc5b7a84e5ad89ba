import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { HAS_BROWSER, startBrowser } from '../test/support/browser.js';
import { OrderPayment } from '../apps/projection-service/src/orders/order-payment.entity.js';
import { fillPayments } from '../test/support/payment-rows.js';
import { startPostgres } from '../test/support/postgres.js';
import { StandaloneProcess } from '../test/support/standalone.js';
import { PaymentCase } from '../apps/projection-service/src/cases/payment-case.entity.js';
import { bundleOf } from './support/console-bundle.js';
import { emptyPage } from './support/empty-page.js';
import { fillCases } from './support/open-cases.js';
import { queueMeasures, firstContentOf } from './support/queue-page.js';
import { median, progress } from './support/processes.js';

/**
 * `npm run bench -- console [open cases] [payments] [rounds] [minutes]`: how soon the queue shows
 * its first rows, how long a filter and a key take, what the browser loads and keeps, beside an
 * empty React page in turns. The views' tables are filled directly, as their projections would
 * leave them: the page reads nothing else. Needs `npm run build:console`.
 */
const CASES = Number(process.argv[2] ?? 100_000);
const PAYMENTS = Number(process.argv[3] ?? 1_000_000);
const ROUNDS = Number(process.argv[4] ?? 7);
const MINUTES = Number(process.argv[5] ?? 15);

if (!HAS_BROWSER) throw new Error('there is no /usr/bin/chromium');
const folder = mkdtempSync(join(tmpdir(), 'assay-bench-console-'));
const postgres = await startPostgres();
const url = await postgres.createDatabase();
const args = ['--free-ports', '--payments', '10'];
const system = StandaloneProcess.start(join(folder, 'data'), args, { DATABASE_URL: url });
const browser = await startBrowser();
const empty = await emptyPage(folder);
try {
  await system.says('Ctrl-C');
  const entities = [OrderPayment, PaymentCase];
  const views = await new DataSource({ type: 'postgres', url, entities }).initialize();
  progress(`writing ${PAYMENTS} payments and ${CASES} open cases`);
  await fillPayments(views, PAYMENTS);
  await fillCases(views, CASES);
  await views.destroy();
  const { urls, keys } = system.local;
  const address = `${urls.command}/queue#key=${keys['local-analyst']?.key ?? ''}`;
  const content: number[] = [];
  const ofEmpty: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ofEmpty.push(await firstContentOf(browser, empty.url, 'h1'));
    content.push(await firstContentOf(browser, address, '[role=row][aria-rowindex="2"]'));
    progress(`round ${round + 1}: ${content.at(-1)} ms, empty page ${ofEmpty.at(-1)} ms`);
  }
  const result = {
    open_cases: CASES,
    payments: PAYMENTS,
    rounds: ROUNDS,
    queue_first_content_ms: median(content),
    empty_react_page_ms: median(ofEmpty),
    ...bundleOf(),
    empty_react_page_gzip_kb: empty.gzipKb,
    ...(await queueMeasures(browser, address, { rounds: ROUNDS, minutes: MINUTES })),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await browser.close();
  await empty.stop();
  system.kill('SIGINT');
  await system.ended();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
