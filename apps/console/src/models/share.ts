import { useIntl } from 'react-intl';

/** A share of one as per cent; what is not known is said to be unknown. */
export function useShare(unknown: string): (share: number | null) => string {
  const { formatNumber } = useIntl();
  return (share) =>
    share === null ? unknown : formatNumber(share, { style: 'percent', maximumFractionDigits: 2 });
}

/** A figure with few digits; null is not known. */
export function useFigure(unknown: string): (figure: number | null) => string {
  const { formatNumber } = useIntl();
  return (figure) =>
    figure === null ? unknown : formatNumber(figure, { maximumFractionDigits: 2 });
}
