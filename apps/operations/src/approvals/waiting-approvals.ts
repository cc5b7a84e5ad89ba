import { Injectable } from '@nestjs/common';
import { EventStore, readStream } from '#event-store';
import { MODEL_STREAM, MODEL_STREAM_TYPE, type ModelState } from '#fraud';
import { POLICY_STREAM, POLICY_STREAM_TYPE } from '#fraud-policy';
import type { GovernedState, Proposal } from '#governed-change';
import { personOf, type Caller, type Role } from '#platform';
import { ROUTING_STREAM, ROUTING_STREAM_TYPE } from '#routing';
import type { ApprovalResponse } from './approvals.response.js';

/** Who may let a change happen, as its own endpoints say. */
const APPROVERS: Readonly<Record<ApprovalResponse['kind'], readonly Role[]>> = {
  'fraud-policy': ['analyst', 'senior-analyst', 'approver', 'operator', 'admin'],
  'routing-policy': ['approver', 'operator', 'admin'],
  model: ['analyst', 'senior-analyst', 'approver', 'operator'],
};

type Waiting = Omit<ApprovalResponse, 'mayApprove'>;

/** Everything that waits for a second person. */
@Injectable()
export class WaitingApprovals {
  constructor(private readonly eventStore: EventStore) {}

  /** As the caller may answer them, the longest waiting first. */
  async of(caller: Caller): Promise<ApprovalResponse[]> {
    const [fraud, routing, models] = await Promise.all([
      readStream(this.eventStore, { stream: POLICY_STREAM, type: POLICY_STREAM_TYPE }),
      readStream(this.eventStore, { stream: ROUTING_STREAM, type: ROUTING_STREAM_TYPE }),
      readStream(this.eventStore, { stream: MODEL_STREAM, type: MODEL_STREAM_TYPE }),
    ]);
    const waiting = [
      ...proposals('fraud-policy', fraud.state, '/v1/fraud-policy/versions'),
      ...proposals('routing-policy', routing.state, '/v1/routing-policy/proposals'),
      ...requestOf(models.state),
    ];
    return waiting.sort(byTime).map((each) => ({ ...each, mayApprove: mayApprove(each, caller) }));
  }
}

function mayApprove({ kind, proposedBy }: Waiting, caller: Caller): boolean {
  return APPROVERS[kind].includes(caller.role) && personOf(caller) !== proposedBy;
}

function proposals(
  kind: 'fraud-policy' | 'routing-policy',
  { proposals: known, waiting }: GovernedState<Proposal>,
  path: string,
): Waiting[] {
  return [...known.values()]
    .filter(({ policyHash }) => waiting.has(policyHash))
    .map(({ policyHash, note, proposedBy, proposedAt, rollsBack = false }) => ({
      kind,
      id: policyHash,
      what: policyHash.slice(0, 12),
      note,
      proposedBy,
      proposedAt,
      rollsBack,
      approvePath: `${path}/${policyHash}/activation`,
      refusePath: `${path}/${policyHash}/withdrawal`,
    }));
}

function requestOf({ request }: ModelState): Waiting[] {
  if (request === null) return [];
  const { requestId, kind, version, champion, reason, requestedBy, requestedAt } = request;
  const path = `/v1/models/requests/${requestId}`;
  return [
    {
      kind: 'model',
      id: requestId,
      what: `${champion.version} → ${version}`,
      note: reason,
      proposedBy: requestedBy,
      proposedAt: requestedAt,
      rollsBack: kind === 'rollback',
      approvePath: `${path}/approval`,
      refusePath: `${path}/refusal`,
    },
  ];
}

function byTime(a: Waiting, b: Waiting): number {
  return a.proposedAt < b.proposedAt ? -1 : 1;
}
