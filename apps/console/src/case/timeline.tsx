import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { eventsOf, type RecordedEvent } from '../client/cases.js';
import { Trouble } from '../frame/trouble.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';

/** What happened to the payment so far, event by event. */
export function Timeline({ paymentId }: { readonly paymentId: string }): ReactNode {
  const say = useSay();
  const title = useId();
  const query = useQuery({
    queryKey: ['events', paymentId],
    queryFn: () => eventsOf(paymentId),
  });
  return (
    <section aria-labelledby={title} className="case-part">
      <h3 id={title}>{say('case.happened')}</h3>
      <Trouble of={query} />
      <ol className="timeline">
        {query.data?.items.map((event) => (
          <Event key={event.eventId} of={event} />
        ))}
      </ol>
    </section>
  );
}

function Event({ of }: { readonly of: RecordedEvent }): ReactNode {
  const amounts = Object.values(of.amounts).join(' · ');
  return (
    <li className="timeline-line">
      <span>
        <bdi>{of.type}</bdi>{' '}
        {amounts !== '' && (
          <bdi dir="ltr" className="soft">
            {amounts}
          </bdi>
        )}
      </span>
      <span className="soft">
        <bdi>{of.cause.actor ?? ''}</bdi>{' '}
        <bdi>
          <Moment at={of.recordedAt} />
        </bdi>
      </span>
    </li>
  );
}
