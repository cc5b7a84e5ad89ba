import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from 'nats';
import { findProgram } from '../../apps/standalone/src/parts/find-program.js';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import type { NatsSettings } from '../../apps/standalone/src/parts/nats-server.js';
import { isRunning } from '../../apps/standalone/src/processes/processes.js';
import { HAS_NATS_SERVER } from '../support/nats-server.js';

const PART = fileURLToPath(
  new URL('../../dist/apps/standalone/src/parts/nats-server.js', import.meta.url),
);

if (!HAS_NATS_SERVER) {
  it('the nats-server of npm start was NOT run: there is none on the PATH', () => {
    expect(process.env['REQUIRE_ALL']).toBeUndefined();
  });
} else {
  describe('the nats-server of npm start', () => {
    let folder: string;
    let settings: NatsSettings;
    let part: ChildProcess | undefined;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'assay-nats-part-'));
      settings = {
        program: findProgram('nats-server', `${process.env['PATH'] ?? ''}${delimiter}`) ?? '',
        folder,
        host: '127.0.0.1',
        port: await freePort(),
        passwords: { 'command-service': 'secret', 'fraud-worker': 'other' },
      };
    });

    afterAll(async () => {
      if (part) await end(part, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    });

    it('lets only its logins in, and keeps its passwords to itself', async () => {
      part = await start();
      const servers = `nats://127.0.0.1:${settings.port}`;
      await expect(connect({ servers })).rejects.toThrow(/Authorization/);
      const inboxPrefix = '_INBOX.command-service';
      const known = await connect({
        servers,
        user: 'command-service',
        pass: 'secret',
        inboxPrefix,
      });
      await known.close();
      expect(statSync(join(folder, 'nats-server.conf')).mode & 0o777).toBe(0o600);
    });

    it('starts again after its starter was killed and left it behind', async () => {
      const orphan = serverPid();
      if (part) await end(part, 'SIGKILL');
      expect(isRunning(orphan)).toBe(true);
      part = await start();
      expect(isRunning(orphan)).toBe(false);
      expect(serverPid()).not.toBe(orphan);
    });

    async function start(): Promise<ChildProcess> {
      const child = fork(PART, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
      child.send(settings);
      const first = await Promise.race([
        once(child, 'message').then(() => 'ready'),
        once(child, 'exit').then(() => 'ended'),
      ]);
      expect(first).toBe('ready');
      return child;
    }

    function serverPid(): number {
      return Number(readFileSync(join(folder, 'nats-server.pid'), 'utf8'));
    }
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
