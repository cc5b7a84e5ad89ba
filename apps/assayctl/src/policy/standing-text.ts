import { table } from '../table.js';
import type { PolicySummary, Standing } from './policy-client.js';

/** Which policy decides, which is tried and which wait, one a line. */
export function standingText({ inForce, trial, waiting, earlier }: Standing): string {
  const { policyHash, activatedBy, activatedAt, policy } = inForce;
  const who = activatedBy === null ? 'the default' : `activated by ${activatedBy}`;
  const rules = `${policy.rules.length} rule${policy.rules.length === 1 ? '' : 's'}`;
  const rows = [
    ['in force', policyHash, activatedAt ?? '', `${who}, ${rules}`],
    ...(trial ? [['on trial', trial.policyHash, '', `started by ${trial.startedBy}`]] : []),
    ...waiting.map((each) => rowOf('waiting', each)),
    ...earlier.map((each) => rowOf('earlier', each)),
  ];
  return table([['standing', 'policy', 'since', 'what'], ...rows]);
}

function rowOf(standing: string, { policyHash, proposedAt, proposedBy, note }: PolicySummary) {
  return [standing, policyHash, proposedAt, `proposed by ${proposedBy}: ${note}`];
}
