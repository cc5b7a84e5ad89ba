import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AlertedOperations } from '../support/alerted-operations.js';
import { runAssayctl, type Ended } from '../support/assayctl.js';
import { eventually } from '../support/eventually.js';

let operations: AlertedOperations;

beforeEach(async () => {
  operations = await AlertedOperations.start(
    'assay_journal_imbalance_minor_units{currency="EUR"} 3\n',
  );
});

afterEach(() => operations.stop());

type Incidents = { readonly items: readonly { readonly incidentId: string }[] };

describe('assayctl', () => {
  it('lists what fires, silences it for a reason, and ends the silence', async () => {
    await eventually(async () => (await ok('alerts', 'list')).includes('JournalImbalance'));
    expect(await ok('alerts', 'list')).toMatch(/telegram +disabled/);
    const asked = ['alerts', 'silence', 'JournalImbalance', '--minutes', '5', '--reason', 'known'];
    const made = JSON.parse(await ok(...asked, '--json')) as { silenceId: string };
    expect(await ok('alerts', 'silences')).toMatch(/JournalImbalance .*olga +known/);
    expect(await ok('alerts', 'list')).toMatch(/critical +JournalImbalance .*silenced/);
    await ok('alerts', 'unsilence', made.silenceId);
    expect(await ok('alerts', 'silences')).not.toContain('JournalImbalance');
    const wrong = await assayctl('alerts', 'silence', 'Nothing', '--minutes', '5', '--reason', 'x');
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('JournalImbalance')]);
  });

  it('tests a channel, and ends with 3 where the channel does not take it', async () => {
    expect(await ok('alerts', 'test', 'slack')).toBe('slack took the message\n');
    operations.services.slack.answer = { status: 403, body: 'no' };
    const failed = await assayctl('alerts', 'test', 'slack');
    expect(failed).toMatchObject({ code: 3, stdout: 'slack fails: answered 403\n' });
    expect((await assayctl('alerts', 'test', 'teams')).code).toBe(1);
  });

  it('works on an incident from the answer to the post-mortem', async () => {
    const incidentId = await eventually(async () => {
      const { items } = JSON.parse(await ok('incidents', 'list', '--json')) as Incidents;
      return items[0]?.incidentId;
    });
    expect(await ok('incidents', 'ack', incidentId)).toMatch(/P0 +acknowledged/);
    await ok('incidents', 'assign', incidentId, 'budi');
    await ok('incidents', 'note', incidentId, 'the books are read');
    expect(await ok('incidents', 'resolve', incidentId, 'mended')).toMatch(/P0 +resolved/);
    const shown = await ok('incidents', 'show', incidentId);
    expect(shown).toMatch(/assignee +budi/);
    expect(shown).toMatch(/Z {2}Note of olga: the books are read\n/);
    expect(await ok('incidents', 'postmortem', incidentId)).toMatch(/^# All debits less/);
    const late = await assayctl('incidents', 'ack', incidentId);
    expect([late.code, late.stderr]).toEqual([1, expect.stringContaining('resolved')]);
  });

  it('sets who is on call, and lets another person answer for a while', async () => {
    const file = join(operations.folder, 'schedule.json');
    const shift = { fromMinute: 0, untilMinute: 10_080, people: ['olga'] };
    await writeFile(file, JSON.stringify({ timeZone: 'Asia/Jakarta', shifts: [shift] }));
    expect(await ok('oncall', 'show')).toMatch(/support-engineer +no one/);
    expect(await ok('oncall', 'schedule', 'support-engineer', file)).toMatch(
      /support-engineer +olga/,
    );
    const from = new Date(Date.now() - 60_000).toISOString();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const override = ['oncall', 'override', 'support-engineer', 'budi', '--reason', 'leave'];
    await ok(...override, '--from', from, '--until', until);
    expect(await ok('oncall', 'show')).toMatch(/support-engineer +budi/);
    const gap = { ...shift, untilMinute: 100 };
    await writeFile(file, JSON.stringify({ timeZone: 'Asia/Jakarta', shifts: [gap] }));
    const refused = await assayctl('oncall', 'schedule', 'support-engineer', file);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('shifts')]);
  });
});

async function ok(...args: readonly string[]): Promise<string> {
  const ended = await assayctl(...args);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return ended.stdout;
}

function assayctl(...args: readonly string[]): Promise<Ended> {
  const { url, folder } = operations;
  const urls = { ASSAY_URL: url, ASSAY_OPERATIONS_URL: url };
  const env = { ...urls, ASSAY_API_KEY: 'operator-key', DATA_DIR: folder };
  return runAssayctl(args, { cwd: folder, env });
}
