import { randomUUID } from 'node:crypto';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Access, User } from '../access/access.js';
import { ALL, streamName, uuidText } from '../conversions.js';
import type { OpenCalls } from '../open-calls.js';
import { ConsumeConfirmation, type ConsumeRequest } from '../protocol/persistent.js';
import { invalidArgument, toRpcError } from '../rpc-error.js';
import { consumedEventResponse, type Resolved } from '../streams/read-response.js';
import { Consumer } from './consumer.js';
import type { PersistentGroup } from './group.js';
import { dropped, type PersistentGroups } from './groups.js';

type ConsumeCall = ServerDuplexStream<ConsumeRequest, Buffer>;
type Connection = { readonly group: PersistentGroup; readonly consumer: Consumer };
type Consuming = { readonly groups: PersistentGroups; readonly access: Access };

const BUFFER_SIZE = 10;

/** `Read` of a group: events one way, acknowledgements the other. */
export function consumeHandler(consuming: Consuming, calls: OpenCalls) {
  return (call: ConsumeCall): void => {
    const ended = calls.track(call);
    let connecting: Promise<Connection> | undefined;
    const fail = (error: unknown) => {
      if (!ended.aborted) call.emit('error', toRpcError(error));
    };
    const listen = (user: User) => {
      call.on('data', (request: ConsumeRequest) => {
        if (connecting) connecting.then((joined) => answer(joined, request)).catch(fail);
        else (connecting = connect(consuming, user, call, { request, ended })).catch(fail);
      });
    };
    consuming.access.userOf(call).then(listen).catch(fail);
    call.on('end', () => call.end());
    call.on('error', () => undefined);
    ended.addEventListener('abort', () => {
      connecting?.then(({ group, consumer }) => group.disconnect(consumer)).catch(fail);
    });
  };
}

/** @throws RpcError when the group does not exist, is full, or its stream may not be read. */
async function connect(
  { groups, access }: Consuming,
  user: User,
  call: ConsumeCall,
  { request: { options }, ended }: { request: ConsumeRequest; ended: AbortSignal },
): Promise<Connection> {
  if (!options) throw invalidArgument('the first message of a consumer must hold its options');
  const stream = options.all ? ALL : streamName(options.streamIdentifier);
  access.checkKnown(user);
  access.check(user, 'read', stream);
  const uuids = options.uuidOption?.structured ? 'structured' : 'string';
  return groups.join(stream, options.groupName ?? '', (group) => {
    const consumer = new Consumer({
      bufferSize: options.bufferSize ?? BUFFER_SIZE,
      from: call.getPeer(),
      username: user.login,
      connectionName: String(call.metadata.get('connection-name')[0] ?? ''),
      send: (resolved, retryCount) => {
        const shown = shownTo(access, user, resolved);
        if (!ended.aborted) call.write(consumedEventResponse(shown, retryCount, uuids));
      },
      isFull: () => call.writableNeedDrain,
      drop: () => {
        if (!ended.aborted) call.emit('error', dropped(group.config));
      },
    });
    if (ended.aborted) return { group, consumer };
    const subscriptionConfirmation = { subscriptionId: randomUUID() };
    call.write(ConsumeConfirmation.encode({ subscriptionConfirmation }));
    call.on('drain', () => group.resume());
    group.connect(consumer);
    return { group, consumer };
  });
}

/** A link into a stream that the user may not read comes alone. */
function shownTo(access: Access, user: User, { event, link }: Resolved): Resolved {
  const hidden = link && event && !access.may(user, 'read', event.fields.stream);
  return hidden ? { event: undefined, link } : { event, link };
}

function answer({ group, consumer }: Connection, { ack, nack }: ConsumeRequest): void {
  if (ack) group.ack(consumer, (ack.ids ?? []).map(uuidText));
  if (nack) {
    const { ids = [], action = 'unknown', reason = '' } = nack;
    group.nack(consumer, ids.map(uuidText), action, reason);
  }
}
