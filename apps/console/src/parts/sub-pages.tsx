import './parts.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type SubPage = { readonly to: string; readonly name: string };

/** The pages of one part of the desk; the first is the part's own. */
export function SubPages({
  label,
  of,
}: {
  readonly label: string;
  readonly of: readonly SubPage[];
}): ReactNode {
  return (
    <nav className="parts-sub" aria-label={label}>
      {of.map(({ to, name }, index) => (
        <Link
          key={to}
          to={to}
          className="frame-link"
          activeOptions={{ exact: index === 0, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
