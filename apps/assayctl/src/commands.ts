import type { Command } from 'commander';
import type { Connection } from './connection.js';

/**
 * Gives a command its arguments, options and what it does.
 *
 * @param whole every command with all it takes, for one that looks at the others.
 */
export type Define = (
  command: Command,
  connect: () => Connection,
  whole: () => Promise<Command>,
) => void;

type Listed = {
  readonly name: string;
  readonly description: string;
  readonly load: () => Promise<Define>;
};

const list = async (): Promise<Define> => (await import('./list/list.command.js')).listCommand;

/**
 * Every command. Its module, and the packages that module needs, are loaded when it is called:
 * what others need does not slow its start.
 */
export const COMMANDS: readonly Listed[] = [
  {
    name: 'status',
    description: 'whether the services are ready for work',
    load: async () => (await import('./status/status.command.js')).statusCommand,
  },
  { name: 'payments', description: 'payments, the latest change first', load: list },
  { name: 'cases', description: 'payments under review, and those that were', load: list },
  {
    name: 'case',
    description: 'take, decide and work on cases as an analyst',
    load: async () => (await import('./case/case.command.js')).caseCommand,
  },
  { name: 'events', description: 'the ledger, event by event, the first one first', load: list },
  { name: 'jobs', description: 'scheduled jobs and how they last ended', load: list },
  { name: 'endpoints', description: 'webhook endpoints of the calling client', load: list },
  {
    name: 'endpoint',
    description: 'create, edit and test a webhook endpoint, and list its deliveries',
    load: async () => (await import('./endpoint/endpoint.command.js')).endpointCommand,
  },
  {
    name: 'payment',
    description: 'where a payment stands, as its stream says',
    load: async () => (await import('./payment/payment.command.js')).paymentCommand,
  },
  {
    name: 'why',
    description: 'what led to a payment as it is, event by event, or as a graph',
    load: async () => (await import('./why/why.command.js')).whyCommand,
  },
  {
    name: 'trial-balance',
    description: 'all debits against all credits, per currency',
    load: async () => (await import('./journal/balances.command.js')).trialBalanceCommand,
  },
  {
    name: 'journal',
    description: 'the books: accounts, entries, statements, and exports for other programs',
    load: async () => (await import('./journal/journal.command.js')).journalCommand,
  },
  {
    name: 'statements',
    description: 'the month of a merchant or of a provider, as CSV, JSON or a page',
    load: async () => (await import('./statements/statements.command.js')).statementsCommand,
  },
  {
    name: 'books',
    description: "compare the journal, our events, the provider's books and the sandbox's own",
    load: async () => (await import('./books/books.command.js')).booksCommand,
  },
  {
    name: 'imports',
    description: 'statement files of providers and banks: look at them, record them',
    load: async () => (await import('./imports/imports.command.js')).importsCommand,
  },
  {
    name: 'views',
    description: 'the views and how far they are',
    load: async () => (await import('./views/views.command.js')).viewsCommand,
  },
  {
    name: 'audit',
    description: 'verify, export and replay the ledger',
    load: async () => (await import('./audit/audit.command.js')).auditCommand,
  },
  {
    name: 'policy',
    description: 'the fraud policy: rules, costs, capacity',
    load: async () => (await import('./policy/policy.command.js')).policyCommand,
  },
  {
    name: 'drive',
    description: 'send a public transaction file through the HTTP API as payments',
    load: async () => (await import('./drive/drive.command.js')).driveCommand,
  },
  {
    name: 'alerts',
    description: 'what fires, whom it reaches, and silences',
    load: async () => (await import('./incidents/alerts.command.js')).alertsCommand,
  },
  {
    name: 'incidents',
    description: 'what is wrong and was, who works on it, and post-mortems',
    load: async () => (await import('./incidents/incidents.command.js')).incidentsCommand,
  },
  {
    name: 'oncall',
    description: 'who answers for which level of the escalation, and when',
    load: async () => (await import('./incidents/oncall.command.js')).oncallCommand,
  },
  {
    name: 'access',
    description: 'who may do what: keys and people, and what they did',
    load: async () => (await import('./access/access.command.js')).accessCommand,
  },
  {
    name: 'key',
    description: 'API keys',
    load: async () => (await import('./key/key.command.js')).keyCommand,
  },
  {
    name: 'completion',
    description: 'a script by which bash, zsh or fish completes commands, options and choices',
    load: async () => (await import('./completion/completion.command.js')).completionCommand,
  },
];
