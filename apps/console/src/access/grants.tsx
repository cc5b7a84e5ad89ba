import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CommandServiceTypes } from '#client';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import type { Change } from './person-change.js';
import { ACCESS_WORDS } from './words.js';

type GrantsProps = {
  readonly of: CommandServiceTypes.PersonResponse;
  readonly mayChange: boolean;
  readonly onBack: (change: Change) => void;
};

/** The roles of a person, each with the time at which it lapses. */
export function Grants({ of: { person, grants }, mayChange, onBack }: GrantsProps): ReactNode {
  const say = useSay();
  const sayHere = useSayOf(ACCESS_WORDS);
  return (
    <ul className="access-list">
      {grants.map(({ role, until, inForce }) => {
        const name = say(`role.${role}`);
        return (
          <li key={role} className={inForce ? undefined : 'soft'}>
            {name}{' '}
            {until !== null && (
              <>
                {sayHere(inForce ? 'grant.until' : 'grant.lapsed')} <Moment at={until} />{' '}
              </>
            )}
            {mayChange && (
              <Button
                className="button button-bare"
                aria-label={sayHere('grant.backNamed', { person, role: name })}
                onPress={() => onBack({ is: 'back', person, role })}
              >
                {sayHere('grant.back')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
