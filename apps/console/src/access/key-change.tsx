import type { ReactNode } from 'react';
import type { CommandServiceTypes } from '#client';
import { useIntent } from '../client/use-intent.js';
import { useSayOf } from '../words/part.js';
import { Ask, Field, filledIn, listIn, momentIn } from './form.js';
import { PEOPLE_ROLES, RoleField } from './role-field.js';
import { ACCESS_WORDS } from './words.js';

type Key = CommandServiceTypes.KeyResponse;
type Made = CommandServiceTypes.MadeKeyResponse;

export type Change =
  { readonly is: 'make' } | { readonly is: 'rotate' | 'revoke'; readonly of: Key };

type KeyChangeProps = {
  readonly change: Change;
  /** With the key that was made; null: one was revoked. */
  readonly onDone: (made: Made | null) => void;
  readonly onLeave: () => void;
};

const PATH = '/v1/access/keys';
const NAME = '[a-z0-9\\-]{1,64}';

/** Makes a key, makes the second on the terms of the first, or revokes one. */
export function KeyChange({ change, onDone, onLeave }: KeyChangeProps): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  const intent = useIntent((answer) => onDone(change.is === 'revoke' ? null : (answer as Made)));
  const client = change.is === 'make' ? '' : change.of.client;
  const words = {
    make: { title: say('keys.make'), send: say('keys.makeSend') },
    rotate: { title: say('keys.rotateNamed', { client }), send: say('keys.rotateSend') },
    revoke: { title: say('keys.revokeNamed', { client }), send: say('keys.revokeSend') },
  }[change.is];
  return (
    <Ask
      {...words}
      intent={intent}
      onSend={(form) => intent.ask(callOf(change, form))}
      onLeave={onLeave}
    >
      {change.is === 'rotate' && <p>{say('keys.rotateHow', { client })}</p>}
      {change.is === 'revoke' && <p>{say('keys.revokeHow', { client })}</p>}
      {change.is === 'revoke' && <Field name="note" label={say('note')} autoFocus />}
      {change.is === 'make' && <Terms />}
    </Ask>
  );
}

function Terms(): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  const named = { form: say('person.form'), pattern: NAME };
  return (
    <>
      <Field name="client" label={say('client')} isRequired autoFocus {...named} />
      <RoleField roles={['service', ...PEOPLE_ROLES]} />
      <Field name="person" label={say('holder')} how={say('holder.how')} {...named} />
      <Field name="merchants" label={say('merchants')} how={say('merchants.how')} />
      <Field name="expiresAt" label={say('expires.how')} type="datetime-local" />
    </>
  );
}

function callOf(change: Change, form: FormData): { path: string; body: unknown } {
  if (change.is === 'revoke') {
    const note = filledIn(form, 'note');
    return {
      path: `${PATH}/${change.of.keyId}/revocation`,
      body: note === null ? {} : { note },
    };
  }
  const terms =
    change.is === 'rotate'
      ? termsOf(change.of)
      : {
          client: filledIn(form, 'client'),
          role: filledIn(form, 'role'),
          person: filledIn(form, 'person'),
          merchants: listIn(form, 'merchants'),
          expiresAt: momentIn(form, 'expiresAt'),
        };
  const said = Object.entries(terms).filter(([, value]) => value !== null);
  return { path: PATH, body: Object.fromEntries(said) };
}

/** Those of a key; an expiry that it had is for the new one to be said again. */
function termsOf({ client, role, person, merchants, operations }: Key): object {
  const holder = person ?? (role === 'service' ? null : client);
  return { client, role, person: holder, merchants, operations };
}
