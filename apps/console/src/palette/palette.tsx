import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Search } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useKeys } from '../keys/keys.js';
import { useSay } from '../words/language.js';

/** Loaded when it is opened for the first time. */
const PaletteDialog = lazy(() =>
  import('./palette-dialog.js').then((module) => ({ default: module.PaletteDialog })),
);

/** Everything that the page can do, found by its name. */
export function Palette(): ReactNode {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const open = (): void => setOpen(true);
  useKeys([{ keys: ['Mod+K'], name: 'palette', run: open }]);
  return (
    <>
      <Button className="button button-bare" aria-label={say('palette')} onPress={open}>
        <Search size={16} aria-hidden="true" />
      </Button>
      <Suspense>{isOpen && <PaletteDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
