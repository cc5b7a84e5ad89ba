import type { ReactNode } from 'react';
import type { Case } from '../client/cases.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';

/** Who works on the case, and what they wrote about it. */
export function CaseworkStanding({ of }: { readonly of: Case }): ReactNode {
  const say = useSay();
  const { assignment, escalation, snooze } = of.desk;
  const facts = [
    assignment && { name: 'assigned', who: assignment.assignee, at: assignment.assignedAt },
    snooze && { name: 'snoozed', who: snooze.analyst, at: snooze.until },
    escalation && {
      name: escalation.reason === 'overdue' ? 'overdue' : 'escalated',
      who: escalation.reason === 'overdue' ? '' : escalation.escalatedBy,
      at: escalation.escalatedAt,
    },
  ].filter((fact) => fact !== null);
  return (
    <>
      {facts.map(({ name, who, at }) => (
        <p key={name} className="note">
          {say(`casework.is.${name as 'assigned'}`)} <bdi>{who}</bdi> <Moment at={at} />
        </p>
      ))}
      {of.notes.length > 0 && <Notes of={of} />}
    </>
  );
}

function Notes({ of }: { readonly of: Case }): ReactNode {
  const say = useSay();
  return (
    <section className="case-part" aria-label={say('case.notes')}>
      <h3>{say('case.notes')}</h3>
      <ol className="timeline">
        {of.notes.map(({ analyst, note, notedAt }) => (
          <li key={notedAt + analyst} className="timeline-line">
            <span dir="auto" className="casework-note">
              {note}
            </span>
            <span className="soft">
              <bdi>{analyst}</bdi> <Moment at={notedAt} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
