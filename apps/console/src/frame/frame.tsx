import './frame.css';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useKeys, type Action } from '../keys/keys.js';
import { Help } from '../keys/help.js';
import { Palette } from '../palette/palette.js';
import { useCaller } from '../session/session-store.js';
import { useSay } from '../words/language.js';
import { Me } from './me.js';
import { OfflineBar } from './offline-bar.js';
import { pagesOf } from './pages.js';

/** The bar that every page has, and the page below it. */
export function Frame(): ReactNode {
  const say = useSay();
  const caller = useCaller();
  const pages = pagesOf(caller);
  useGoKeys();
  return (
    <>
      <a className="frame-skip" href="#page">
        {say('skip.page')}
      </a>
      <header className="frame-bar">
        <Link to="/" className="frame-brand">
          Assay
        </Link>
        <nav aria-label={say('nav')} className="frame-nav">
          {pages.map(({ to, name }) => (
            <Link key={to} to={to} className="frame-link" activeProps={{ 'aria-current': 'page' }}>
              {say(name)}
            </Link>
          ))}
        </nav>
        <Palette />
        <Help />
        <Me />
      </header>
      <OfflineBar />
      <main id="page" tabIndex={-1} className="frame-page">
        <Outlet />
      </main>
    </>
  );
}

function useGoKeys(): void {
  const navigate = useNavigate();
  const caller = useCaller();
  const actions: Action[] = pagesOf(caller).map(({ to, name, letter }) => ({
    keys: [`G ${letter}`],
    name,
    run: () => void navigate({ to }),
  }));
  useKeys(actions);
}
