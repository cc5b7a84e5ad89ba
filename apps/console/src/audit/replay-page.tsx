import '../parts/parts.css';
import '../case/case.css';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import type { RecordedEvent, RecordedEvents } from '../client/cases.js';
import { useRead } from '../client/read.js';
import { Trouble } from '../frame/trouble.js';
import { useKeys } from '../keys/keys.js';
import { Panel } from '../parts/panel.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';
import './replay.css';

const ROWS = 500;

/** A payment's events, gone through one by one; each shows what was recorded with it. */
export function ReplayPage(): ReactNode {
  const say = useSay();
  const { paymentId } = useParams({ from: '/audit/replay/$paymentId' });
  const path = `/v1/payments/${encodeURIComponent(paymentId)}/events`;
  const query = useRead<RecordedEvents>(path, { limit: ROWS });
  const events = query.data?.items ?? [];
  const [chosen, setAt] = useState<number | null>(null);
  const last = Math.max(events.length - 1, 0);
  const at = Math.min(chosen ?? last, last);
  const to = (next: number) => (): void => setAt(Math.max(0, Math.min(last, next)));
  useKeys([
    { keys: ['ArrowRight', 'J'], name: 'replay.next', run: to(at + 1), repeats: true },
    { keys: ['ArrowLeft', 'K'], name: 'replay.previous', run: to(at - 1), repeats: true },
    { keys: ['Home'], name: 'replay.first', run: to(0) },
    { keys: ['End'], name: 'replay.last', run: to(last) },
  ]);
  const event = events[at];
  return (
    <div className="parts-page">
      <h1>{say('replay')}</h1>
      <p className="id">
        <bdi>{paymentId}</bdi>
      </p>
      <Trouble of={query} />
      {event && (
        <>
          <Slider
            className="replay-slider"
            minValue={0}
            maxValue={last}
            value={at}
            onChange={setAt}
          >
            <Label>{say('replay.position')}</Label>
            <SliderOutput>{`${at + 1} / ${events.length}`}</SliderOutput>
            <SliderTrack className="replay-track">
              <SliderThumb className="replay-thumb" />
            </SliderTrack>
          </Slider>
          <Step of={event} before={events.slice(0, at)} />
        </>
      )}
    </div>
  );
}

type StepProps = { readonly of: RecordedEvent; readonly before: readonly RecordedEvent[] };

function Step({ of, before }: StepProps): ReactNode {
  const say = useSay();
  return (
    <Panel title={of.type}>
      <p className="soft">
        <Moment at={of.recordedAt} /> <bdi>{of.cause.actor ?? ''}</bdi>
      </p>
      <pre className="parts-json" dir="ltr" tabIndex={0} aria-label={say('audit.data')}>
        {JSON.stringify(of.data, null, 2)}
      </pre>
      <h3>{say('replay.before')}</h3>
      <ol className="timeline">
        {before.toReversed().map(({ eventId, type, recordedAt, amounts }) => (
          <li key={eventId} className="timeline-line">
            <span>
              <bdi>{type}</bdi> <bdi className="soft">{Object.values(amounts).join(' · ')}</bdi>
            </span>
            <Moment at={recordedAt} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
