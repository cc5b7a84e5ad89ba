type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Of one connection each (RFC 9110, section 7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'expect',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** A caller could claim another origin by these; they are replaced by what this service saw. */
const SAID_OF_THE_CALLER = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-prefix',
  'x-forwarded-proto',
  'x-real-ip',
];

/** Opens a session here; the parts are sent the key that it stands for. */
const OF_THIS_SERVICE = ['cookie'];

/** How this service is named in `Via`, by which a request that comes back to it is known. */
const VIA = '1.1 assay-front';

/** What is needed of a Fastify request. */
export type Arrival = {
  /** As this service answers and logs it: the caller's own, or a new one. */
  readonly id: string;
  readonly ip: string;
  readonly host: string;
  readonly protocol: string;
  readonly headers: Headers;
};

/** What the part is sent: all that the caller sent, but what only concerns this connection. */
export function passedHeaders({ id, ip, host, protocol }: Arrival, headers: Headers): Headers {
  return {
    ...without(headers, [...HOP_BY_HOP, ...SAID_OF_THE_CALLER, ...OF_THIS_SERVICE]),
    via: VIA,
    'request-id': id,
    'x-forwarded-for': ip,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol,
  };
}

/** What the caller is sent. */
export function answeredHeaders(headers: Headers): Headers {
  return without(headers, HOP_BY_HOP);
}

export function cameBack({ headers }: Arrival): boolean {
  return headers['via'] === VIA;
}

function without(headers: Headers, names: readonly string[]): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
