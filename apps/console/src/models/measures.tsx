import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useRead } from '../client/read.js';
import { Refused } from '../client/transport.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useSayOf } from '../words/part.js';
import { useFigure, useShare } from './share.js';
import { MODEL_WORDS } from './words.js';

type Drift = {
  readonly name: string;
  readonly psi: number | null;
  readonly band: 'quiet' | 'look' | 'act' | null;
};

/** What the fraud watch measures; its document gives no types. */
type FraudMeasures = {
  readonly payments: number;
  readonly unscoredRate: number | null;
  readonly reviewPrecision: number | null;
  readonly matured: {
    readonly frauds: number;
    readonly honest: number;
    readonly detectionRate: number | null;
    readonly falsePositiveRate: number | null;
  };
  readonly drift: { readonly score: Drift; readonly features: readonly Drift[] };
};

const PERIODS = ['weekly', 'monthly'] as const;
const FEATURES_SHOWN = 10;

/** How well fraud was told from honest payments, over the last week or month that was watched. */
export function Measures(): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>('weekly');
  const path = `/v1/reports/fraud/${period}`;
  const query = useRead<FraudMeasures>(path);
  const isMissing = query.error instanceof Refused && query.error.status === 404;
  return (
    <Panel title={say('measures')} {...(!isMissing && { of: query })}>
      <div className="parts-row">
        {PERIODS.map((each) => (
          <Button
            key={each}
            className="button"
            isDisabled={each === period}
            onPress={() => setPeriod(each)}
          >
            {say(each)}
          </Button>
        ))}
        {query.data && (
          <a href={`${path}/page`} target="_blank" rel="noreferrer">
            {say('measures.page')}
          </a>
        )}
      </div>
      {isMissing && <p className="soft">{say('measures.none')}</p>}
      {query.data && !isMissing && <Figures of={query.data} />}
    </Panel>
  );
}

function Figures({ of }: { readonly of: FraudMeasures }): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const share = useShare(say('unknown'));
  const figure = useFigure(say('unknown'));
  const { matured, drift } = of;
  const moved = [drift.score, ...drift.features.slice(0, FEATURES_SHOWN)].filter(
    ({ psi }) => psi !== null,
  );
  const facts = [
    [say('detection', { of: matured.frauds }), matured.detectionRate],
    [say('insults', { of: matured.honest }), matured.falsePositiveRate],
    [say('precision'), of.reviewPrecision],
    [say('unscored', { of: of.payments }), of.unscoredRate],
  ] as const;
  return (
    <>
      <dl className="models-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{share(value)}</dd>
          </div>
        ))}
      </dl>
      <h3>{say('drift')}</h3>
      {moved.length === 0 ? (
        <p className="soft">{say('drift.none')}</p>
      ) : (
        <SmallTable
          label={say('drift')}
          heads={[{ name: say('feature') }, { name: 'PSI', isNumber: true }, { name: '' }]}
          rows={moved.map(({ name, psi, band }) => ({
            key: name,
            cells: [
              <bdi key="name">{name}</bdi>,
              figure(psi),
              <span key="band" className={band === 'act' ? 'bad' : band === 'look' ? 'warn' : ''}>
                {band === null ? '–' : say(`drift.${band}`)}
              </span>,
            ],
          }))}
        />
      )}
    </>
  );
}
