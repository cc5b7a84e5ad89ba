import '../parts/parts.css';
import './models.css';
import type { ReactNode } from 'react';
import { useSay } from '../words/language.js';
import { Measures } from './measures.js';
import { Policy } from './policy.js';
import { Simulator } from './simulator.js';
import { Standing } from './standing.js';

/** Which model and which policy decide, how well, and what another choice would have done. */
export function ModelsPage(): ReactNode {
  const say = useSay();
  return (
    <div className="parts-page">
      <h1>{say('page.models')}</h1>
      <Standing />
      <Measures />
      <Simulator />
      <Policy />
    </div>
  );
}
