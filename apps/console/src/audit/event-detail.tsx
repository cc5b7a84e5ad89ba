import '../case/case.css';
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import type { RecordedEvent } from '../client/cases.js';
import { Panel } from '../parts/panel.js';
import { EventProof } from './event-proof.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';

const PAYMENT = /^(?:payment|case)-([0-9a-f-]{36})$/;

type DetailProps = { readonly of: RecordedEvent; readonly onClose: () => void };

/** One event as it was stored, with who and what led to it. */
export function EventDetail({ of, onClose }: DetailProps): ReactNode {
  const say = useSay();
  const [, paymentId] = PAYMENT.exec(of.stream) ?? [];
  const { actor, client, causationId, correlationId } = of.cause;
  return (
    <Panel title={of.type}>
      <dl className="case-facts">
        <dt>{say('audit.recorded')}</dt>
        <dd>
          <Moment at={of.recordedAt} />
        </dd>
        <dt>{say('audit.stream')}</dt>
        <dd className="id">
          <bdi>
            {of.stream} #{of.revision}
          </bdi>
        </dd>
        <dt>{say('audit.actor')}</dt>
        <dd>
          <bdi>{actor ?? '–'}</bdi> <bdi className="soft">{client ?? ''}</bdi>
        </dd>
        <dt>{say('audit.cause')}</dt>
        <dd className="id">
          <bdi>{causationId ?? '–'}</bdi>
        </dd>
        <dt>{say('audit.correlation')}</dt>
        <dd className="id">
          <bdi>{correlationId ?? '–'}</bdi>
        </dd>
      </dl>
      <pre className="parts-json" dir="ltr" tabIndex={0} aria-label={say('audit.data')}>
        {JSON.stringify(of.data, null, 2)}
      </pre>
      <EventProof key={of.eventId} eventId={of.eventId} />
      <div className="parts-row">
        {paymentId !== undefined && (
          <Link to="/audit/replay/$paymentId" params={{ paymentId }}>
            {say('audit.replay')}
          </Link>
        )}
        <Button className="button" onPress={onClose}>
          {say('audit.close')}
        </Button>
      </div>
    </Panel>
  );
}
