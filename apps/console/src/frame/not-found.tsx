import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../words/language.js';

export function NotFound(): ReactNode {
  const say = useSay();
  return (
    <div className="note note-warn">
      {say('notFound')} <Link to="/">{say('notFound.home')}</Link>
    </div>
  );
}
