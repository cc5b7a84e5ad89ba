import { randomUUID } from 'node:crypto';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { streamName, uuidText } from '../conversions.js';
import type { OpenCalls } from '../open-calls.js';
import { ConsumeConfirmation, type ConsumeRequest } from '../protocol/persistent.js';
import { invalidArgument, toRpcError } from '../rpc-error.js';
import { consumedEventResponse } from '../streams/read-response.js';
import type { Consumer } from './consumer.js';
import { ALL } from './group-config.js';
import type { PersistentGroup } from './group.js';
import { dropped, type PersistentGroups } from './groups.js';

type ConsumeCall = ServerDuplexStream<ConsumeRequest, Buffer>;
type Connection = { readonly group: PersistentGroup; readonly consumer: Consumer };

const BUFFER_SIZE = 10;

/** `Read` of a group: events one way, acknowledgements the other. */
export function consumeHandler(groups: PersistentGroups, calls: OpenCalls) {
  return (call: ConsumeCall): void => {
    const ended = calls.track(call);
    let connection: Connection | undefined;
    const fail = (error: unknown) => {
      if (!ended.aborted) call.emit('error', toRpcError(error));
    };
    call.on('data', (request: ConsumeRequest) => {
      try {
        if (connection) answer(connection, request);
        else connection = connect(groups, call, request, ended);
      } catch (error) {
        fail(error);
      }
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
    ended.addEventListener('abort', () => {
      if (connection) connection.group.disconnect(connection.consumer);
    });
  };
}

/** @throws RpcError when the group does not exist or is full. */
function connect(
  groups: PersistentGroups,
  call: ConsumeCall,
  { options }: ConsumeRequest,
  ended: AbortSignal,
): Connection {
  if (!options) throw invalidArgument('the first message of a consumer must hold its options');
  const stream = options.all ? ALL : streamName(options.streamIdentifier);
  const uuids = options.uuidOption?.structured ? 'structured' : 'string';
  const [group, consumer] = groups.connect(stream, options.groupName ?? '', {
    bufferSize: options.bufferSize ?? BUFFER_SIZE,
    from: call.getPeer(),
    username: 'anonymous',
    connectionName: String(call.metadata.get('connection-name')[0] ?? ''),
    send: (event, retryCount) => {
      if (!ended.aborted) call.write(consumedEventResponse(event, retryCount, uuids));
    },
    drop: () => {
      if (!ended.aborted) call.emit('error', dropped(group.config));
    },
  });
  call.write(
    ConsumeConfirmation.encode({ subscriptionConfirmation: { subscriptionId: randomUUID() } }),
  );
  group.connect(consumer);
  return { group, consumer };
}

function answer({ group, consumer }: Connection, { ack, nack }: ConsumeRequest): void {
  if (ack) group.ack((ack.ids ?? []).map(uuidText));
  if (nack) {
    const { ids = [], action = 'unknown', reason = '' } = nack;
    group.nack(consumer, ids.map(uuidText), action, reason);
  }
}
