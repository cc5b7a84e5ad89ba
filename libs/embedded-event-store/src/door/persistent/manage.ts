import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { empty, type Message } from '#wire';
import type { Access, User } from '../access/access.js';
import { ALL, streamName } from '../conversions.js';
import { method, type Method } from '../grpc-method.js';
import type { OpenCalls } from '../open-calls.js';
import {
  ConsumeRequest,
  type DefineOptions,
  DefineRequest,
  DeleteGroupRequest,
  GetInfoRequest,
  GetInfoResponse,
  ListRequest,
  ListResponse,
  ReplayParkedRequest,
} from '../protocol/persistent.js';
import { toRpcError } from '../rpc-error.js';
import { filterOf } from '../streams/filter.js';
import { consumeHandler } from './consume.js';
import { type GroupConfig, settingsOf, startOf } from './group-config.js';
import { infoOf } from './group-info.js';
import { doesNotExist, type PersistentGroups } from './groups.js';

const NOTHING = empty.encode({});

/** Every method of the `PersistentSubscriptions` service. */
export function persistentMethods(
  groups: PersistentGroups,
  access: Access,
  calls: OpenCalls,
): readonly Method[] {
  const manage = unaryFor(access, (user) => access.checkManages(user));
  const ask = unaryFor(access, (user) => access.checkKnown(user));
  return [
    method('Read', 'bidi', ConsumeRequest, consumeHandler({ groups, access }, calls)),
    manage('Create', DefineRequest, async ({ options = {} }) => {
      await groups.create(configOf(options));
      return NOTHING;
    }),
    manage('Update', DefineRequest, async ({ options = {} }) => {
      await groups.update(configOf(options));
      return NOTHING;
    }),
    manage('Delete', DeleteGroupRequest, async ({ options = {} }) => {
      await groups.delete(sourceName(options), options.groupName ?? '');
      return NOTHING;
    }),
    ask('GetInfo', GetInfoRequest, async ({ options = {} }) => {
      const group = groups.find(sourceName(options), options.groupName ?? '');
      return GetInfoResponse.encode({ subscriptionInfo: infoOf(group) });
    }),
    manage('ReplayParked', ReplayParkedRequest, async ({ options = {} }) => {
      const group = groups.find(sourceName(options), options.groupName ?? '');
      group.replayParked(options.stopAt === undefined ? Infinity : Number(options.stopAt));
      return NOTHING;
    }),
    ask('List', ListRequest, async ({ options = {} }) => {
      const { listForStream } = options;
      const stream =
        listForStream && sourceName({ ...listForStream, streamIdentifier: listForStream.stream });
      const found = groups.list(stream);
      if (stream !== undefined && found.length === 0) throw doesNotExist(stream, '');
      return ListResponse.encode({ subscriptions: found.map(infoOf) });
    }),
    manage('RestartSubsystem', empty, async () => {
      await groups.restart();
      return NOTHING;
    }),
  ];
}

/** Methods for the users that `check` lets pass. */
function unaryFor(access: Access, check: (user: User) => void) {
  return <Request>(
    name: string,
    request: Message<Request>,
    handle: (request: Request) => Promise<Buffer>,
  ): Method => {
    const run = async (call: ServerUnaryCall<Request, Buffer>) => {
      check(await access.userOf(call));
      return handle(call.request);
    };
    const answered = (call: ServerUnaryCall<Request, Buffer>, answer: sendUnaryData<Buffer>) => {
      run(call).then(
        (response) => answer(null, response),
        (error: unknown) => answer(toRpcError(error)),
      );
    };
    return method(name, 'unary', request, answered);
  };
}

function sourceName(options: {
  readonly all?: object | undefined;
  readonly streamIdentifier?: DefineOptions['streamIdentifier'];
}): string {
  return options.all ? ALL : streamName(options.streamIdentifier);
}

function configOf(options: DefineOptions): Omit<GroupConfig, 'startAt'> {
  const { all, stream, streamIdentifier = stream?.streamIdentifier, groupName = '' } = options;
  if (all?.filter) filterOf(all.filter);
  return {
    stream: sourceName({ all, streamIdentifier }),
    group: groupName,
    startFrom: startOf(options),
    settings: settingsOf(options.settings ?? {}),
    ...(all?.filter && { filter: all.filter }),
  };
}
