import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Engine } from '../../engine/engine.js';
import type { Decoded } from '#wire';
import type { Access } from '../access/access.js';
import { expectedRevision, positionMessage, streamName } from '../conversions.js';
import { type DeleteRequest, DeleteResponse } from '../protocol/streams.js';
import { toRpcError } from '../rpc-error.js';

/** `Delete`, which hides a stream until the next append to it, and `Tombstone`, for good. */
export function deleteHandler(engine: Engine, access: Access, forGood: boolean) {
  return (
    call: ServerUnaryCall<Decoded<typeof DeleteRequest>, Buffer>,
    answer: sendUnaryData<Buffer>,
  ): void => {
    const run = async () => {
      const options = call.request.options ?? {};
      const stream = streamName(options.streamIdentifier);
      access.check(await access.userOf(call), 'delete', stream);
      return engine.delete(stream, expectedRevision(options), forGood);
    };
    run().then(
      (placed) => answer(null, DeleteResponse.encode({ position: positionMessage(placed) })),
      (error: unknown) => answer(toRpcError(error)),
    );
  };
}
