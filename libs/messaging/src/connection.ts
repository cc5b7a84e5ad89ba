import { connect, type ConnectionOptions, type NatsConnection } from 'nats';
import { MessagingUnavailable } from './errors.js';

/**
 * Connects once; from then on the client reconnects for as long as it takes.
 *
 * @param url `nats://login:password@host:port`; several, separated by commas, share the first login.
 * @throws MessagingUnavailable when the server cannot be reached now; it tells no password.
 */
export async function connectTo(url: string, name: string): Promise<NatsConnection> {
  try {
    const servers = serversOf(url);
    return await connect({
      ...servers,
      name,
      // Of this login alone: permissions keep others from listening to its answers.
      inboxPrefix: `_INBOX.${servers.user ?? name}`,
      maxReconnectAttempts: -1,
      // A server that starts without its users yet refuses; it is asked again all the same.
      ignoreAuthErrorAbort: true,
      reconnectTimeWait: 250,
      pingInterval: 10_000,
    });
  } catch (error) {
    throw new MessagingUnavailable(`cannot reach NATS at ${withoutLogins(url)}`, { cause: error });
  }
}

/** The client takes login and password apart from the addresses. */
function serversOf(url: string): ConnectionOptions {
  const urls = url.split(',').map((each) => new URL(each.trim()));
  const login = urls.find(({ username }) => username !== '');
  return {
    servers: urls.map(({ protocol, host }) => `${protocol}//${host}`),
    ...(login && {
      user: decodeURIComponent(login.username),
      pass: decodeURIComponent(login.password),
    }),
    ...(urls.some(({ protocol }) => protocol === 'tls:') && { tls: {} }),
  };
}

function withoutLogins(url: string): string {
  return url.replaceAll(/\/\/[^@/,]*@/g, '//');
}
