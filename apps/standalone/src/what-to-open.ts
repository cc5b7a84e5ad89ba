import { resolve } from 'node:path';
import { standaloneUrlOf, urlsOf, type Plan } from './parts/parts.js';

/** Whose desk is opened; the page takes the key out of the address at once. */
const DESK = 'local-analyst';

/** What a person can do with the running system. */
export function whatToOpen(plan: Plan): string[] {
  const { command } = urlsOf(plan);
  return [
    '',
    `open        ${command}/#key=${plan.credentials.keys[DESK]?.key ?? ''}  as ${DESK}`,
    `API         ${command}/docs`,
    `keys        ${plan.folder.of('credentials.json')}, under "keys": local, local-analyst, …`,
    `logs        ${plan.folder.of('logs')}`,
    `health      ${standaloneUrlOf(plan)}/health/ready`,
    `try         npm run assayctl -- ${dataOption(plan.folder.path)}status`,
    'stop        Ctrl-C',
  ];
}

/** assayctl looks in ./data unless an option names the folder. */
function dataOption(folder: string): string {
  return folder === resolve('data') ? '' : `--data ${folder} `;
}
