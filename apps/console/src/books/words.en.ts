/** The sentences of reconciliation in English. */
export const EN = {
  pages: 'Reconciliation',
  overview: 'Overview',
  exceptions: 'Exceptions',
  imports: 'Imports',
  periods: 'Periods',
  adjustments: 'Adjustments',
  grid: 'Exceptions by kind and age',
  'grid.none': 'Every exception is resolved.',
  'grid.kind': 'Kind',
  'grid.days': '{days} days',
  'grid.total': 'All',
  'grid.more': 'These are the first {count, number}; there are more.',
} as const;
