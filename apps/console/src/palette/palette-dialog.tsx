import type { ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { offeredActions } from '../keys/actions.js';
import { useSay } from '../words/language.js';

/** What the page offers at this moment; the choice is done after the dialog is gone. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const { contains } = useFilter({ sensitivity: 'base' });
  const actions = offeredActions().filter(({ enabled }) => enabled !== false);
  return (
    <ModalOverlay className="overlay" isDismissable isOpen onOpenChange={onClose}>
      <Modal className="dialog">
        <Dialog aria-label={say('palette')} className="help">
          <Autocomplete filter={contains}>
            <SearchField className="field" aria-label={say('palette')} autoFocus>
              <Input placeholder={say('palette')} />
            </SearchField>
            <Menu className="menu" aria-label={say('palette')}>
              {actions.map(({ name, keys, run }) => (
                <MenuItem
                  key={name}
                  id={name}
                  textValue={say(name)}
                  className="menu-item"
                  onAction={() => {
                    onClose();
                    // Once the dialog has given the focus back.
                    setTimeout(run, 0);
                  }}
                >
                  {say(name)} <kbd dir="ltr">{keys[0]}</kbd>
                </MenuItem>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
