import { randomUUID } from 'node:crypto';
import type { sendUnaryData } from '@grpc/grpc-js';
import { ClusterInfo } from './protocol/server.js';

const TICKS_PER_MS = 10_000n;

/** `Gossip/Read`: a cluster of one, so that `esdb+discover://` addresses work as well. */
export function gossipHandler(address: () => { readonly host: string; readonly port: number }) {
  const instanceId = { string: randomUUID() };
  return (_call: unknown, answer: sendUnaryData<Buffer>): void => {
    const { host, port } = address();
    const member = {
      instanceId,
      timeStamp: BigInt(Date.now()) * TICKS_PER_MS,
      state: 'leader',
      isAlive: true,
      httpEndPoint: { address: host, port },
    } as const;
    answer(null, ClusterInfo.encode({ members: [member] }));
  };
}
