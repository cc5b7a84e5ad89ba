import { histogramSamples, Metrics } from './metrics.js';

describe('metrics', () => {
  it('tell requests by route and status, and the process itself', async () => {
    const metrics = new Metrics();
    metrics.requestAnswered('GET', '/v1/payments/:id', 200, 0.004);
    metrics.requestAnswered('GET', '/v1/payments/:id', 200, 0.4);
    const text = await metrics.text();
    const labels = 'method="GET",route="/v1/payments/:id",status="200"';
    expect(text).toContain(`http_request_duration_seconds_bucket{le="0.005",${labels}} 1`);
    expect(text).toContain(`http_request_duration_seconds_count{${labels}} 2`);
    expect(text).toMatch(/^process_cpu_seconds_total \d/m);
  });

  it('read what others count when they are asked, and not before', async () => {
    const metrics = new Metrics();
    let value = 1;
    metrics.add({
      name: 'things_total',
      help: 'Things.',
      type: 'counter',
      read: () => [{ value, labels: { kind: 'a "b"' } }],
    });
    value = 2;
    const text = await metrics.text();
    expect(text).toContain('# HELP things_total Things.\n# TYPE things_total counter\n');
    expect(text).toContain('things_total{kind="a \\"b\\""} 2\n');
  });

  it('refuse two of one name', () => {
    const metrics = new Metrics();
    const metric = { name: 'twice', help: 'Twice.', type: 'gauge', read: () => [] } as const;
    metrics.add(metric);
    expect(() => metrics.add(metric)).toThrow(/twice/);
  });

  it('are apart for each app, but for the process', async () => {
    const [first, second] = [new Metrics(), new Metrics()];
    first.requestAnswered('GET', '/first', 200, 1);
    expect(await second.text()).not.toContain('/first');
    expect(await second.text()).toContain('process_cpu_seconds_total');
  });
});

describe('lines of a histogram', () => {
  it('add up to infinity, in the unit asked for', () => {
    const counts = { bounds: [1, 250], counts: [2, 3, 1], sum: 1_500 };
    expect(histogramSamples(counts, 0.001)).toEqual([
      { suffix: '_bucket', labels: { le: 0.001 }, value: 2 },
      { suffix: '_bucket', labels: { le: 0.25 }, value: 5 },
      { suffix: '_bucket', labels: { le: '+Inf' }, value: 6 },
      { suffix: '_sum', value: 1.5 },
      { suffix: '_count', value: 6 },
    ]);
  });
});
