/** ISO 8601 in UTC, as in `2026-11-21T03:52:06.120Z`. */
export type Instant = string;
