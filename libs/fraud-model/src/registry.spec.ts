import { nextVersion } from './registry.js';

describe('version names', () => {
  it('are the month, numbered when the month has one already', () => {
    const versions = ['2026-11', '2026-11-2'].map((version) => ({
      version,
      sha256: '',
      weightsSha256: '',
      trainedAt: '',
      trainedTo: null,
    }));
    const registry = { champion: '2026-11', challenger: null, versions };
    expect(nextVersion(null, '2026-11-21T00:00:00Z')).toBe('2026-11');
    expect(nextVersion(registry, '2026-11-21T00:00:00Z')).toBe('2026-11-3');
    expect(nextVersion(registry, '2026-12-01T00:00:00Z')).toBe('2026-12');
  });
});
