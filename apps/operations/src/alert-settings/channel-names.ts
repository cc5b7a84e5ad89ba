/** Every way to reach a person. */
export const CHANNELS = [
  'pagerduty',
  'slack',
  'teams',
  'telegram',
  'email',
  'sms',
  'webhook',
] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** Names of channels, separated by commas; empty for none. */
export const CHANNELS_PATTERN = new RegExp(
  `^((${CHANNELS.join('|')})(,(${CHANNELS.join('|')}))*)?$`,
);
