/** The sentences of the page of one's own sign-in in English. */
export const EN = {
  sessions: 'Where you are signed in',
  'sessions.all': 'Sessions of everybody',
  'sessions.none': 'No session is open.',
  owner: 'Whose',
  opened: 'Since',
  used: 'Last used about',
  ends: 'Ends',
  by: 'Signed in by',
  'by.person': 'name',
  'by.key': 'API key',
  this: 'this browser',
  end: 'End it',
  'end.named': 'End it: session of {owner} since {at}',
} as const;
