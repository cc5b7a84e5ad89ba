import { modelTraining } from './model-training.js';

const NEVER = new AbortController().signal;

describe('training every month', () => {
  it('keeps the last line of a trainer that succeeds', async () => {
    expect(await train('process.stdout.write("a\\nproposed_2026-11\\n")')).toEqual({
      exitCode: 0,
      lastLine: 'proposed_2026-11',
    });
  });

  it('fails with the last words of a trainer that fails', async () => {
    await expect(train('console.error("labels:12");process.exit(3)')).rejects.toThrow(
      /ended \(exit code 3\): labels:12$/,
    );
  });

  it('fails when there is no such program', async () => {
    await expect(modelTraining('no-such-trainer').run(null, NEVER)).rejects.toThrow(/ENOENT/);
  });

  it('stops the trainer when the process is to end', async () => {
    const stopping = new AbortController();
    const run = modelTraining(program('setInterval(()=>{},1000)')).run(null, stopping.signal);
    stopping.abort();
    await expect(run).rejects.toThrow(/stopped with this process/);
  });
});

function train(source: string): Promise<unknown> {
  return modelTraining(program(source)).run(null, NEVER);
}

/** Without spaces, because a command is split at them. */
function program(source: string): string {
  return `${process.execPath} -e ${source.replaceAll(' ', '')}`;
}
