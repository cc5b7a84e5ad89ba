import { FRAUD_WORKERS, STREAMS, SUBJECTS } from './subjects.js';

/** What one login may do at the message server, in the words of its configuration. */
export type Permissions = {
  readonly publish: { readonly allow: readonly string[] };
  readonly subscribe: { readonly allow: readonly string[] };
  /** May answer a request, wherever its answer goes, and send to no other inbox. */
  readonly allow_responses?: boolean;
};

export const RESCORE_CONSUMER = 'fraud-rescore';
export const RECORD_CONSUMER = 'record-rescored';

const FRAUD = STREAMS.fraud.name;
const DEAD = STREAMS.dead.name;

const EVERY_STREAM = [FRAUD, DEAD].flatMap((stream) =>
  ['INFO', 'CREATE', 'UPDATE'].map((verb) => `$JS.API.STREAM.${verb}.${stream}`),
);

/** Who may say and hear what. A login that is stolen is worth what stands here. */
export const NATS_PERMISSIONS = {
  'command-service': {
    publish: {
      allow: [
        SUBJECTS.scoreRequested,
        SUBJECTS.rescoreRequested,
        `dead.${SUBJECTS.rescored}`,
        ...streamsWith(RECORD_CONSUMER),
      ],
    },
    subscribe: { allow: ['_INBOX.command-service.>'] },
  },
  'fraud-worker': {
    publish: {
      allow: [
        SUBJECTS.rescored,
        `dead.${SUBJECTS.rescoreRequested}`,
        ...streamsWith(RESCORE_CONSUMER),
        // For a person at work with the dead letters, who has the worker's login.
        SUBJECTS.rescoreRequested,
        `$JS.API.STREAM.MSG.GET.${DEAD}`,
        `$JS.API.STREAM.MSG.DELETE.${DEAD}`,
      ],
    },
    subscribe: {
      allow: [`${SUBJECTS.scoreRequested} ${FRAUD_WORKERS}`, '_INBOX.fraud-worker.>'],
    },
    allow_responses: true,
  },
} as const satisfies Record<string, Permissions>;

export type NatsLogin = keyof typeof NATS_PERMISSIONS;

export const NATS_LOGINS = Object.keys(NATS_PERMISSIONS) as readonly NatsLogin[];

/** The `authorization` of a server's configuration; without one of these logins it refuses. */
export function natsAuthorization(passwords: Readonly<Record<NatsLogin, string>>): object {
  return {
    users: NATS_LOGINS.map((user) => ({
      user,
      password: passwords[user],
      permissions: NATS_PERMISSIONS[user],
    })),
  };
}

function streamsWith(consumer: string): string[] {
  const verbs = ['CREATE', 'DURABLE.CREATE', 'INFO', 'MSG.NEXT'];
  return [
    '$JS.API.INFO',
    ...EVERY_STREAM,
    ...verbs.map((verb) => `$JS.API.CONSUMER.${verb}.${FRAUD}.${consumer}`),
    // With its filter in the subject, as servers of today take it.
    `$JS.API.CONSUMER.CREATE.${FRAUD}.${consumer}.>`,
    `$JS.ACK.${FRAUD}.${consumer}.>`,
  ];
}
