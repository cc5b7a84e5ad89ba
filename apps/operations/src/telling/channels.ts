import type { Config } from '../config.js';
import { CHANNELS, type ChannelName } from '../alert-settings/channel-names.js';
import type { Channel } from './channel.js';
import { email } from './email.js';
import { pagerduty } from './pagerduty.js';
import type { Reach } from './post.js';
import { slack } from './slack.js';
import { sms } from './sms.js';
import { teams } from './teams.js';
import { telegram } from './telegram.js';
import { webhook } from './webhook.js';

/** By channel: made of what has to be set for it, or null. */
const MADE: Readonly<Record<ChannelName, (config: Config, reach: Reach) => Channel | null>> = {
  pagerduty: ({ PAGERDUTY_ROUTING_KEY: routingKey, PAGERDUTY_URL: baseUrl }, reach) =>
    routingKey === '' ? null : pagerduty({ routingKey, baseUrl }, reach),
  slack: ({ SLACK_WEBHOOK_URL: url }, reach) => (url === '' ? null : slack(url, reach)),
  teams: ({ TEAMS_WEBHOOK_URL: url }, reach) => (url === '' ? null : teams(url, reach)),
  telegram: (config, reach) => {
    const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_CHAT_ID: chatId, TELEGRAM_URL: baseUrl } = config;
    return token === '' || chatId === '' ? null : telegram({ token, chatId, baseUrl }, reach);
  },
  email: ({ ALERT_SMTP_URL: smtpUrl, ALERT_EMAIL_FROM: from, ALERT_EMAIL_TO: to }) =>
    smtpUrl === '' || to === '' ? null : email({ smtpUrl, from, to }),
  sms: (config, reach) => {
    const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = config;
    const { TWILIO_FROM: from, TWILIO_TO: to, TWILIO_URL: baseUrl } = config;
    if ([accountSid, authToken, from, to].includes('')) return null;
    return sms({ accountSid, authToken, from, to, baseUrl }, reach);
  },
  webhook: ({ ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret }, reach) =>
    url === '' || secret === '' ? null : webhook({ url, secret }, reach),
};

/** The channels that the configuration sets up; the others are shown as disabled. */
export function channelsOf(config: Config, reach: Reach): readonly Channel[] {
  return CHANNELS.flatMap((name) => MADE[name](config, reach) ?? []);
}

export type Routes = {
  /** Names of the routes of a page: one, or none without a channel. */
  readonly page: readonly string[];
  readonly post: readonly string[];
  readonly chains: ReadonlyMap<string, readonly Channel[]>;
};

/** `page` tries its channels in turn until one takes it; every other route is one channel. */
export function routesOf(
  channels: readonly Channel[],
  { ALERT_PAGE_CHANNELS, ALERT_POST_CHANNELS }: Config,
): Routes {
  const chosen = (names: string): Channel[] =>
    names.split(',').flatMap((name) => channels.filter((each) => each.name === name));
  const [paging, posting] = [chosen(ALERT_PAGE_CHANNELS), chosen(ALERT_POST_CHANNELS)];
  return {
    page: paging.length > 0 ? ['page'] : [],
    post: posting.map(({ name }) => name),
    chains: new Map<string, readonly Channel[]>([
      ['page', paging],
      ...posting.map((each): [string, Channel[]] => [each.name, [each]]),
    ]),
  };
}
