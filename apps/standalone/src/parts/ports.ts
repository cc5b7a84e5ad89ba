import { createServer, type Server } from 'node:net';
import type { Config } from '../config.js';
import { StartFailure } from '../start-failure.js';
import { freePort } from './free-port.js';

export const PORT_VARIABLES = [
  'COMMAND_PORT',
  'QUERY_PORT',
  'FRAUD_PORT',
  'OPERATIONS_PORT',
  'STANDALONE_PORT',
  'SANDBOX_PORT',
  'EVENTSTORE_PORT',
  'NATS_PORT',
  'POSTGRES_PORT',
] as const satisfies readonly (keyof Config)[];

type PortVariable = (typeof PORT_VARIABLES)[number];

/** Which port each part listens on, by the variable that sets it. */
export type Ports = Readonly<Record<PortVariable, number>>;

/** The ports of the configuration. @throws StartFailure when two are the same. */
export function portsOf(config: Config): Ports {
  const ports = Object.fromEntries(PORT_VARIABLES.map((name) => [name, config[name]])) as Ports;
  for (const [index, name] of PORT_VARIABLES.entries()) {
    const other = PORT_VARIABLES.slice(0, index).find((before) => ports[before] === ports[name]);
    if (other) throw new StartFailure(`${other} and ${name} are both ${ports[name]}`);
  }
  return ports;
}

/** A free port for every part, all different. */
export async function freePorts(host: string): Promise<Ports> {
  const ports: [PortVariable, number][] = [];
  for (const name of PORT_VARIABLES) ports.push([name, await freePort(host)]);
  return Object.fromEntries(ports) as Ports;
}

/** @throws StartFailure naming each port that someone else listens on, and its variable. */
export async function assertFree(
  ports: Ports,
  wanted: readonly PortVariable[],
  host: string,
): Promise<void> {
  const taken: string[] = [];
  for (const name of wanted) {
    try {
      await close(await listen(host, ports[name]));
    } catch (error) {
      taken.push(`${ports[name]} (${name}${reasonOf(error as NodeJS.ErrnoException)})`);
    }
  }
  if (taken.length === 0) return;
  throw new StartFailure(
    `these ports on ${host} cannot be had: ${taken.join(', ')}; stop who holds them, ` +
      'set the variable to another port, or start with --free-ports',
  );
}

function reasonOf({ code }: NodeJS.ErrnoException): string {
  return code === 'EADDRINUSE' ? ', taken' : `, ${code ?? 'refused'}`;
}

function listen(host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
