import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

const MOMENT = {
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
} as const;

/** A moment with its zone; as UTC where the mouse rests. */
export function Moment({ at }: { readonly at: string | null }): ReactNode {
  const { formatDate } = useIntl();
  if (at === null) return '–';
  return (
    <time dateTime={at} title={at}>
      {formatDate(at, MOMENT)}
    </time>
  );
}

/** The same as text, for where no element can stand. */
export function useMomentText(): (at: string) => string {
  const { formatDate } = useIntl();
  return (at) => formatDate(at, MOMENT);
}

const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How long ago, in the largest unit that fits; it stands beside an absolute time. */
export function useAgo(): (at: string, now?: number) => string {
  const { formatRelativeTime } = useIntl();
  return (at, now = Date.now()) => {
    const seconds = Math.round((Date.parse(at) - now) / 1000);
    const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? STEPS[3];
    return formatRelativeTime(Math.trunc(seconds / length), unit, { style: 'short' });
  };
}
