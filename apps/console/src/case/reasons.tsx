import { useId, type ReactNode } from 'react';
import type { Case } from '../client/cases.js';
import { useSettings } from '../settings/settings.js';
import { useSay } from '../words/language.js';

/** Why it is held: rules that were met, and what moved the score, the strongest first. */
export function Reasons({ of }: { readonly of: Case }): ReactNode {
  const say = useSay();
  const { language } = useSettings();
  const title = useId();
  const reasons = (of.reasons.length > 0 ? of.reasons : (of.late?.reasons ?? [])).toSorted(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight),
  );
  const heaviest = Math.max(...reasons.map(({ weight }) => Math.abs(weight)), 0.01);
  return (
    <section aria-labelledby={title} className="case-part">
      <h3 id={title}>{say('case.why')}</h3>
      {of.rules.map(({ ruleId, reason }) => (
        <p key={ruleId}>
          <code>{ruleId}</code> <span dir="auto">{reason}</span>
        </p>
      ))}
      {reasons.length === 0 && of.rules.length === 0 && (
        <p className="soft">{say('case.noReasons')}</p>
      )}
      <ul className="reasons">
        {reasons.map(({ feature, value, weight, text }) => (
          <li key={feature} className="reasons-line">
            <span>
              {text !== null && <span dir="auto">{text[language]} </span>}
              <bdi className="id soft">{feature}</bdi>{' '}
              <bdi dir="ltr" className="soft">
                {Number(value.toPrecision(3))}
              </bdi>
            </span>
            <span className="number" dir="ltr">
              {weight >= 0 ? '+' : '−'}
              {Math.abs(weight).toFixed(2)}
            </span>
            <span className="reasons-rail" aria-hidden="true">
              <span
                className={weight >= 0 ? 'reasons-bar reasons-up' : 'reasons-bar'}
                style={{ inlineSize: `${(Math.abs(weight) / heaviest) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
