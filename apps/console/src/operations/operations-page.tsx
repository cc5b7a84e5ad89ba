import '../parts/parts.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDuties } from '../session/duties.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import { Attention } from './attention.js';
import { Health } from './health.js';
import { Jobs } from './jobs.js';
import { Views } from './views.js';
import { OPERATIONS_WORDS } from './words.js';

/** Whether everything runs, how far it is, and what waits for a person. */
export function OperationsPage(): ReactNode {
  const say = useSay();
  const sayHere = useSayOf(OPERATIONS_WORDS);
  const { may } = useDuties();
  return (
    <div className="parts-page">
      <h1>{say('page.operations')}</h1>
      {may(['operator']) && <Link to="/operations/endpoints">{sayHere('endpoints')}</Link>}
      <Health />
      <Views />
      {may(['operator']) && <Attention />}
      {may(['operator', 'auditor']) && <Jobs />}
    </div>
  );
}
