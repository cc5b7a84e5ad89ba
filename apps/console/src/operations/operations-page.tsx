import '../parts/parts.css';
import type { ReactNode } from 'react';
import { useCaller } from '../session/session-store.js';
import { useSay } from '../words/language.js';
import { Attention } from './attention.js';
import { Health } from './health.js';
import { Jobs } from './jobs.js';
import { Views } from './views.js';

/** Whether everything runs, how far it is, and what waits for a person. */
export function OperationsPage(): ReactNode {
  const say = useSay();
  const { role } = useCaller();
  return (
    <div className="parts-page">
      <h1>{say('page.operations')}</h1>
      <Health />
      <Views />
      {role === 'operator' && <Attention />}
      {(role === 'operator' || role === 'auditor') && <Jobs />}
    </div>
  );
}
