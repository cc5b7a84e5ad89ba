import './help.css';
import { useState, type ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSay } from '../words/language.js';
import { offeredActions } from './actions.js';
import { Key, useKeys } from './keys.js';

/** The keys of this page. */
export function Help(): ReactNode {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  useKeys([{ keys: ['?', '؟'], name: 'help', run: () => setOpen(true) }]);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="button button-bare" aria-label={say('help')}>
        <Key of="?" />
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="dialog">
          <Dialog className="help">
            <Heading slot="title">{say('help')}</Heading>
            <dl className="help-list">
              {offeredActions().map(({ name, keys }) => (
                <div key={name} className="help-line">
                  <dt>{say(name)}</dt>
                  <dd>
                    {keys.map((each) => (
                      <kbd key={each} dir="ltr">
                        {each}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
