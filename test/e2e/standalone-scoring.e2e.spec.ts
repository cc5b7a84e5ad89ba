import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PaymentsClient } from '#client';
import { eventually } from '../support/eventually.js';
import { HAS_NATS_SERVER } from '../support/nats-server.js';
import { StandaloneProcess } from '../support/standalone.js';

const MODELS = fileURLToPath(new URL('../../models', import.meta.url));

type Health = { readonly status: string; readonly parts: Readonly<Record<string, string>> };

if (!HAS_NATS_SERVER) {
  it('a system whose scoring is down was NOT run: there is no nats-server on the PATH', () => {
    expect(process.env['REQUIRE_ALL']).toBeUndefined();
  });
} else {
  describe('npm start while scoring is down', () => {
    let parent: string;
    let system: StandaloneProcess;

    beforeAll(() => {
      parent = mkdtempSync(join(tmpdir(), 'assay-scoring-down-'));
    });

    afterAll(async () => {
      system.kill('SIGTERM');
      await system.ended();
      rmSync(parent, { recursive: true, force: true });
    });

    it('takes payments as degraded with one flipped bit in the model, and says so', async () => {
      const MODELS_DIR = damagedModels();
      system = StandaloneProcess.start(join(parent, 'data'), ['--no-story', '--free-ports'], {
        MODELS_DIR,
      });
      await system.says('going on without fraud-worker, which is tried again');
      await system.says('Ctrl-C');
      expect(await pay('one')).toMatchObject({
        status: 'captured',
        risk: { degraded: 'unavailable' },
      });
      const { status, parts } = await health();
      expect(status).toBe('ready');
      expect(parts['fraud-worker']).not.toBe('ok');
      expect(parts['command-service']).toBe('ok');
    });

    it('takes payments when its nats-server is killed, and starts it again', async () => {
      process.kill(natsPid(), 'SIGKILL');
      expect(await pay('two')).toMatchObject({ status: 'captured' });
      await system.says('nats-server is back');
      await eventually(async () => (await health()).parts['nats-server'] === 'ok');
    });

    function pay(orderId: string) {
      const { urls, keys } = system.local;
      const client = new PaymentsClient({ url: urls.command, key: keys['local']?.key ?? '' });
      const body = {
        orderId,
        merchantId: 'merchant-1',
        customerId: 'customer-1',
        amount: { amount: '1050', currency: 'EUR' },
        method: { kind: 'card', token: 'pm_card_visa' },
        intent: 'capture',
      } as const;
      return client.initiate(body, orderId);
    }

    async function health(): Promise<Health> {
      const url = /^health +(\S+)$/m.exec(system.output)?.[1] ?? '';
      return (await (await fetch(url)).json()) as Health;
    }

    function natsPid(): number {
      return Number(readFileSync(join(parent, 'data', 'nats', 'nats-server.pid'), 'utf8'));
    }

    function damagedModels(): string {
      const folder = join(parent, 'models');
      cpSync(MODELS, folder, { recursive: true });
      const registry = JSON.parse(readFileSync(join(folder, 'registry.json'), 'utf8')) as {
        readonly versions: readonly { readonly version: string }[];
      };
      for (const { version } of registry.versions) {
        const file = join(folder, version, 'weights.bin');
        const bytes = readFileSync(file);
        bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
        writeFileSync(file, bytes);
      }
      return folder;
    }
  });
}
