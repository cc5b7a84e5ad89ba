import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, type RefObject } from 'react';
import { useSettings } from '../settings/settings.js';

const COMPACT = 32;
const NORMAL = 36;
const TOUCHED = 44;
const OVERSCAN = 6;

/** Which of so many rows are in the document; the one at `at` always is. */
export function useRows(scroller: RefObject<HTMLDivElement | null>, count: number, at: number) {
  const { compact } = useSettings();
  const coarse = window.matchMedia('(pointer: coarse)').matches;
  const size = coarse ? TOUCHED : compact ? COMPACT : NORMAL;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: OVERSCAN,
    // The marked row stays in the document: focus on it would else be lost while scrolling.
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return at === -1 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [at, virtualizer]);
  return virtualizer;
}

/** Rows before the end of what is loaded at which more are asked for. */
const NEAR_END = 60;

export function useNearEnd(end: number, count: number, onNearEnd?: () => void): void {
  const isNear = count > 0 && end >= count - NEAR_END;
  useEffect(() => {
    if (isNear) onNearEnd?.();
  }, [isNear, onNearEnd, count]);
}
