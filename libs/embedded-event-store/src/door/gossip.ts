import { randomUUID } from 'node:crypto';
import type { sendUnaryData } from '@grpc/grpc-js';
import { ClusterInfo } from './protocol/server.js';

const TICKS_PER_MS = 10_000n;
const AUTHORITY = /^(.*):(\d+)$/;
const DEFAULT_PORT = 2113;

/**
 * `Gossip/Read`: a cluster of one, so that `esdb+discover://` addresses work as well. Its address
 * is the one that the client used: that leads here through any proxy, and the certificate
 * fits it.
 */
export function gossipHandler() {
  const instanceId = { string: randomUUID() };
  return (call: { getHost(): string }, answer: sendUnaryData<Buffer>): void => {
    const [, address = call.getHost(), port = DEFAULT_PORT] = AUTHORITY.exec(call.getHost()) ?? [];
    const member = {
      instanceId,
      timeStamp: BigInt(Date.now()) * TICKS_PER_MS,
      state: 'leader',
      isAlive: true,
      httpEndPoint: { address: address.replace(/^\[|\]$/g, ''), port: Number(port) },
    } as const;
    answer(null, ClusterInfo.encode({ members: [member] }));
  };
}
