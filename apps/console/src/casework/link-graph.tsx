import { useId, type ReactNode } from 'react';
import type { Links } from '../client/cases.js';
import { useSay } from '../words/language.js';
import { layoutOf, SIZE } from './link-layout.js';

const CENTRE = { x: SIZE.width / 2, y: SIZE.height / 2 };

/** The list of linked payments as a picture; what is known as fraud is filled. */
export function LinkGraph({ of }: { readonly of: Links }): ReactNode {
  const say = useSay();
  const title = useId();
  const { hubs, nodes } = layoutOf(of.items);
  const fraud = new Set(
    of.items.filter((each) => each.fraud === true).map((each) => each.paymentId),
  );
  return (
    <svg
      role="img"
      aria-labelledby={title}
      className="links-graph"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
    >
      <title id={title}>{say('links.graph', { payments: nodes.length, fraud: fraud.size })}</title>
      {hubs.map(({ kind, x, y }) => (
        <line key={kind} x1={CENTRE.x} y1={CENTRE.y} x2={x} y2={y} />
      ))}
      {nodes.flatMap((node) =>
        node.by.map((kind) => {
          const hub = hubs.find((each) => each.kind === kind);
          return (
            hub && (
              <line key={node.paymentId + kind} x1={hub.x} y1={hub.y} x2={node.x} y2={node.y} />
            )
          );
        }),
      )}
      {nodes.map(({ paymentId, x, y }) => (
        <circle
          key={paymentId}
          className={fraud.has(paymentId) ? 'links-fraud' : ''}
          cx={x}
          cy={y}
          r={6}
        />
      ))}
      <circle className="links-this" cx={CENTRE.x} cy={CENTRE.y} r={9} />
      {hubs.map(({ kind, x, y }) => (
        <g key={kind}>
          <circle cx={x} cy={y} r={4} />
          <text x={x} y={y - 8}>
            {say(`links.by.${kind}`)}
          </text>
        </g>
      ))}
    </svg>
  );
}
