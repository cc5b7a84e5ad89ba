import './parts.css';
import type { ReactNode } from 'react';

type Head = { readonly name: string; readonly isNumber?: boolean };

/** A short list that is in the document as a whole. */
export function SmallTable({
  label,
  heads,
  rows,
}: {
  readonly label: string;
  readonly heads: readonly Head[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}): ReactNode {
  const style = (index: number): string => (heads[index]?.isNumber ? 'number' : '');
  return (
    <div className="parts-wide" tabIndex={0} role="group" aria-label={label}>
      <table className="parts-table">
        <thead>
          <tr>
            {heads.map(({ name }, index) => (
              <th key={name} scope="col" className={style(index)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={heads[index]?.name ?? index} className={style(index)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
