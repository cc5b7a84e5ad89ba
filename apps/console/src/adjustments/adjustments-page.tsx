import '../parts/parts.css';
import type { ReactNode } from 'react';
import { usePages } from '../client/read.js';
import { Button } from 'react-aria-components';
import { Trouble } from '../frame/trouble.js';
import { BooksPages } from '../books/books-pages.js';
import { BOOKKEEPERS, useDuties } from '../session/duties.js';
import { useSayOf } from '../words/part.js';
import type { Adjustment } from './adjustment.js';
import { NewAdjustment } from './new-adjustment.js';
import { OneAdjustment } from './one-adjustment.js';
import { ADJUSTMENT_WORDS } from './words.js';

const ROWS = 50;
const keyOf = ({ adjustmentId }: Adjustment): string => adjustmentId;

/** What people put into the books: balanced, with a reason, and never changed afterwards. */
export function AdjustmentsPage(): ReactNode {
  const say = useSayOf(ADJUSTMENT_WORDS);
  const { may } = useDuties();
  const { pages, rows, more } = usePages('/v1/journal/adjustments', { limit: ROWS }, keyOf);
  const mayBook = may(BOOKKEEPERS);
  return (
    <div className="parts-page">
      <BooksPages />
      <h1>{say('title')}</h1>
      {mayBook && <NewAdjustment />}
      <Trouble of={pages} />
      {pages.isSuccess && rows.length === 0 && <p className="panel soft">{say('none')}</p>}
      {rows.map((each) => (
        <OneAdjustment key={each.adjustmentId} of={each} mayBook={mayBook} />
      ))}
      {pages.hasNextPage && (
        <Button className="button" isDisabled={pages.isFetchingNextPage} onPress={more}>
          {say('more')}
        </Button>
      )}
    </div>
  );
}
