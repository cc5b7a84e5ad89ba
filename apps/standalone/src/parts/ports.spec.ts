import { createServer, type Server } from 'node:net';
import { Config } from '../config.js';
import { assertFree, freePorts, PORT_VARIABLES, portsOf } from './ports.js';

const HOST = '127.0.0.1';
/** Where Linux begins by default: net.ipv4.ip_local_port_range. */
const FIRST_OUTGOING_PORT = 32_768;

describe('the ports of a system', () => {
  it('are free and all different when none is configured', async () => {
    const ports = await freePorts(HOST);
    expect(new Set(Object.values(ports)).size).toBe(PORT_VARIABLES.length);
    await expect(assertFree(ports, PORT_VARIABLES, HOST)).resolves.toBeUndefined();
  });

  it('are none that an outgoing connection may take before a part does', async () => {
    const ports = await freePorts(HOST);
    expect(Math.max(...Object.values(ports))).toBeLessThan(FIRST_OUTGOING_PORT);
  });

  it('are named with their variable when they are taken', async () => {
    const ports = await freePorts(HOST);
    const server = await listen(ports.NATS_PORT);
    try {
      await expect(assertFree(ports, PORT_VARIABLES, HOST)).rejects.toThrow(
        `these ports on ${HOST} cannot be had: ${ports.NATS_PORT} (NATS_PORT, taken); stop who`,
      );
      await expect(assertFree(ports, ['QUERY_PORT'], HOST)).resolves.toBeUndefined();
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('may not be chosen twice', () => {
    const config = Object.assign(new Config(), { QUERY_PORT: 3000 });
    expect(() => portsOf(config)).toThrow('COMMAND_PORT and QUERY_PORT are both 3000');
  });
});

function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(port, HOST, () => {
      resolve(server);
    });
  });
}
