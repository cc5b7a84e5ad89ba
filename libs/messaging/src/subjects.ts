/**
 * Where messages go.
 *
 * `fraud.score-requested`: request/reply on core NATS, answered by one worker of the queue group
 * `fraud-workers`; body ScoreRequest, reply ScoreReply, or a reason under the header `Assay-Error`.
 * `fraud.rescore-requested`: JetStream stream `FRAUD`; body `{ assessmentId, paymentId }`: what is
 * kept names payments and no persons, the worker reads the payment in its stream. Asked when the
 * inline answer came too late; worked off by the durable consumer `fraud-rescore`.
 * `fraud.rescored`: JetStream stream `FRAUD`; body `{ request, reply }` with the request's
 * `assessmentId` and `paymentId`, for the service that records the late assessment (durable
 * consumer `record-rescored`).
 * `dead.<subject>`: JetStream stream `DEAD`; messages given up after several deliveries, with the
 * headers `Assay-Reason` and `Assay-Deliveries`.
 *
 * Every message carries the header `Assay-Seal`; what has no right one is refused and counted.
 */
export const SUBJECTS = {
  scoreRequested: 'fraud.score-requested',
  rescoreRequested: 'fraud.rescore-requested',
  rescored: 'fraud.rescored',
} as const;

export const FRAUD_WORKERS = 'fraud-workers';

/** A durable stream of messages. Beyond either limit the oldest are forgotten. */
export type StreamSpec = {
  readonly name: string;
  readonly subjects: readonly string[];
  readonly daysMax: number;
  readonly bytesMax: number;
};

const MIB = 1024 * 1024;

export const STREAMS = {
  // An asynchronous request older than that has been settled otherwise.
  fraud: {
    name: 'FRAUD',
    subjects: [SUBJECTS.rescoreRequested, SUBJECTS.rescored],
    daysMax: 7,
    bytesMax: 256 * MIB,
  },
  dead: { name: 'DEAD', subjects: ['dead.>'], daysMax: 30, bytesMax: 64 * MIB },
} as const satisfies Record<string, StreamSpec>;

export function deadSubject(subject: string): string {
  return `dead.${subject}`;
}
