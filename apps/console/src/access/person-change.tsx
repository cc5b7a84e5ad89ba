import type { ReactNode } from 'react';
import type { Role } from '../client/session.js';
import { useIntent } from '../client/use-intent.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import { Ask, Field, filledIn, listIn, momentIn } from './form.js';
import { PEOPLE_ROLES, RoleField } from './role-field.js';
import { ACCESS_WORDS } from './words.js';

export type Change =
  | { readonly is: 'invite'; readonly person?: string }
  | { readonly is: 'grant' | 'disable'; readonly person: string }
  | { readonly is: 'back'; readonly person: string; readonly role: Role };

type PersonChangeProps = {
  readonly change: Change;
  /** With the invitation that was made; null: it was another change. */
  readonly onDone: (invitation: string | null) => void;
  readonly onLeave: () => void;
};

const PATH = '/v1/access/people';
const NAME = '[a-z0-9\\-]{1,64}';

/** One change of a person's rights: what it needs, and what it does before it is done. */
export function PersonChange({ change, onDone, onLeave }: PersonChangeProps): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  const titleOf = useTitle();
  const intent = useIntent((answer) => {
    const { invitation } = answer as { readonly invitation?: string };
    onDone(invitation ?? null);
  });
  const { is, person } = change;
  return (
    <Ask
      title={titleOf(change)}
      send={say(is === 'back' ? 'grant.back' : `${is}.send`)}
      intent={intent}
      onSend={(form) => intent.ask(callOf(change, form))}
      onLeave={onLeave}
    >
      {is === 'disable' && <p>{say('disable.how', { person: change.person })}</p>}
      {is === 'invite' && <Invited person={person} />}
      {(is === 'invite' || is === 'grant') && <GrantFields />}
      {is === 'invite' && (
        <Field name="merchants" label={say('merchants')} how={say('merchants.how')} />
      )}
    </Ask>
  );
}

function Invited({ person }: { readonly person: string | undefined }): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  if (person !== undefined) return <p>{say('invite.againHow', { person })}</p>;
  return (
    <Field
      name="person"
      label={say('person')}
      how={say('person.how')}
      form={say('person.form')}
      pattern={NAME}
      isRequired
      autoFocus
    />
  );
}

function GrantFields(): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  return (
    <>
      <RoleField roles={PEOPLE_ROLES} />
      <Field name="until" label={say('until')} type="datetime-local" />
    </>
  );
}

function useTitle(): (change: Change) => string {
  const say = useSayOf(ACCESS_WORDS);
  const sayRole = useSay();
  return (change) => {
    const { is, person } = change;
    if (is === 'back') {
      return say('grant.backNamed', { person, role: sayRole(`role.${change.role}`) });
    }
    if (is === 'invite') {
      return person === undefined ? say('invite') : say('invite.againNamed', { person });
    }
    return say(`${is}.named`, { person });
  };
}

function callOf(change: Change, form: FormData): { path: string; body?: unknown } {
  const until = momentIn(form, 'until');
  const grant = { role: filledIn(form, 'role'), ...(until !== null && { until }) };
  if (change.is === 'invite') {
    const merchants = listIn(form, 'merchants');
    const person = change.person ?? filledIn(form, 'person');
    return {
      path: PATH,
      body: { person, grants: [grant], ...(merchants !== null && { merchants }) },
    };
  }
  const own = `${PATH}/${encodeURIComponent(change.person)}`;
  switch (change.is) {
    case 'grant':
      return { path: `${own}/grants`, body: grant };
    case 'disable':
      return { path: `${own}/disabling` };
    case 'back':
      return { path: `${own}/grants/${change.role}/revocation` };
  }
}
