import { RemoteEventStore } from '#event-store';
import { Clock, silentLogger } from '#platform';
import { openAuditLog } from '../../apps/operations/src/audit/open-audit-log.js';

/** operations’ audit tree as a process of its own: `<url> <folder> <head every ms>`. */
const [url = '', folder = '', headIntervalMs = '1000'] = process.argv.slice(2);

const store = RemoteEventStore.connect(url);
const audit = openAuditLog(
  store,
  {
    DATA_DIR: folder,
    AUDIT_SIGNING_KEY: '',
    AUDIT_WITNESS_DIR: '',
    AUDIT_HEAD_INTERVAL_MS: Number(headIntervalMs),
  },
  { clock: new Clock(), logger: silentLogger() },
);
audit.start();
process.stdout.write('started\n');

let isTold = false;
const told = setInterval(() => {
  if (audit.finding) process.stdout.write(`finding: ${audit.finding.message}\n`);
  if (isTold || audit.readToEndMs === null) return;
  isTold = true;
  process.stdout.write(`caught up: ${audit.tree.size}\n`);
}, 20);

process.once('SIGTERM', () => {
  clearInterval(told);
  void audit.stop().then(() => store.close());
});
