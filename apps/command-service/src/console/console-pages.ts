/**
 * How the addresses of the console begin. Each of them answers the same page, which then shows what
 * belongs to the address; everything else that is unknown stays unknown.
 */
export const CONSOLE_PAGES = [
  'queue',
  'payments',
  'money',
  'reconciliation',
  'audit',
  'models',
  'operations',
  'approvals',
  'access',
  'account',
  'settings',
] as const;
