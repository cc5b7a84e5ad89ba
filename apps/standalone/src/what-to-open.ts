import { resolve } from 'node:path';
import { standaloneUrlOf, urlsOf, type Plan } from './parts/parts.js';

/** What a person can do with the running system. */
export function whatToOpen(plan: Plan): string[] {
  const { command } = urlsOf(plan);
  return [
    '',
    `open        ${command}/`,
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
