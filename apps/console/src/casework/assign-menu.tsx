import { useState, type ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  FieldError,
  Form,
  Input,
  Label,
  Popover,
  TextField,
} from 'react-aria-components';
import { Key } from '../keys/keys.js';
import { useCaller } from '../session/session-store.js';
import { useSay } from '../words/language.js';
import type { MenuProps } from './snooze-menu.js';

/** Whose case it is: the caller's, another's by name, or no one's. */
export function AssignMenu({ of, ready, isOpen, onOpenChange, make, along }: MenuProps): ReactNode {
  const say = useSay();
  const { client } = useCaller();
  const [name, setName] = useState('');
  const assignee = of.desk.assignment?.assignee ?? null;
  const close = (): void => onOpenChange(false);
  const give = (to: string): void => {
    close();
    make({ kind: 'assignment', body: { assignee: to } });
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button className="button" isDisabled={!ready}>
        {say('casework.assign')} <Key of="W" />
      </Button>
      <Popover className="popover">
        <Dialog className="casework-assign" aria-label={say('casework.assign')}>
          {assignee !== client && (
            <Button className="button" onPress={() => give(client)}>
              {say('casework.assign.me')}
            </Button>
          )}
          {assignee !== null && (
            <Button
              className="button"
              onPress={() => {
                close();
                make({ kind: 'assignment-withdrawal', body: along });
              }}
            >
              {say('casework.assign.noOne')}
            </Button>
          )}
          <Form
            className="casework-assign"
            onSubmit={(event) => {
              event.preventDefault();
              give(name);
            }}
          >
            <TextField
              className="field"
              isRequired
              pattern="[a-z0-9\-]{1,64}"
              value={name}
              onChange={setName}
            >
              <Label>{say('casework.assign.name')}</Label>
              <Input dir="ltr" autoComplete="off" />
              <FieldError className="bad">{say('casework.assign.form')}</FieldError>
            </TextField>
            <Button type="submit" className="button button-main">
              {say('casework.assign.give')}
            </Button>
          </Form>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
