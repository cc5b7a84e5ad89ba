/** The sentences of one payment in English. */
export const EN = {
  causes: 'What led to what',
  'causes.show': 'Show the graph',
  'causes.steps': 'The same as a list',
  'causes.picture':
    'Graph of {nodes, plural, one {# step} other {# steps}} and {edges, number} causes; the list below says the same',
  'causes.missing':
    '{count, plural, one {# cause is} other {# causes are}} not among what is recorded of this payment.',
  'causes.kind': 'Kind',
  'causes.what': 'What',
  'causes.detail': 'Detail',
  'causes.by': 'Led to by',
  'causes.at': 'At',
  'causes.kind.command': 'command',
  'causes.kind.delivery': 'delivery',
  'causes.kind.model': 'model',
  'causes.kind.policy': 'policy',
  'causes.kind.event': 'event',
  'causes.kind.case-event': 'event of the case',
  'causes.kind.posting': 'posting',
  'causes.kind.settlement-line': 'settlement line',
} as const;
