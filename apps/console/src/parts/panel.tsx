import './parts.css';
import { useId, type ReactNode } from 'react';
import { Trouble, type Asked } from '../frame/trouble.js';

type PanelProps = {
  readonly title: string;
  /** What the panel waits for; its trouble is this panel's alone. */
  readonly of?: Asked;
  readonly children?: ReactNode;
};

export function Panel({ title, of, children }: PanelProps): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} className="panel parts-panel">
      <h2 id={id}>{title}</h2>
      {of && <Trouble of={of} />}
      {children}
    </section>
  );
}
