import { Client, type ClientDuplexStream, credentials } from '@grpc/grpc-js';
import protobuf from 'protobufjs';

/** The parts of the protocol that tests need and the official client has no way to ask for. */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message Empty {}
  message Uuid { string string = 2; }
  message StreamIdentifier { bytes stream_name = 3; }
  message Position { uint64 commit_position = 1; uint64 prepare_position = 2; }
  message Timestamp { int64 seconds = 1; int32 nanos = 2; }

  message AppendOptions { StreamIdentifier stream_identifier = 1; Empty any = 4; }
  message Proposed { Uuid id = 1; map<string, string> metadata = 2; bytes data = 4; }
  message BatchAppendReq {
    Uuid correlation_id = 1;
    AppendOptions options = 2;
    repeated Proposed proposed_messages = 3;
    bool is_final = 4;
  }

  message StreamOptions { StreamIdentifier stream_identifier = 1; uint64 revision = 2; Empty start = 3; }
  message AllOptions { Empty start = 2; }
  message Prefixes { repeated string prefix = 2; }
  message Filter { Prefixes stream_identifier = 1; uint32 checkpoint_interval_multiplier = 5; }
  message Compatibility { uint32 compatibility = 1; }
  message ReadOptions {
    StreamOptions stream = 1;
    AllOptions all = 2;
    int32 read_direction = 3;
    uint64 count = 5;
    Empty subscription = 6;
    Filter filter = 7;
    Compatibility control_option = 10;
  }
  message ReadReq { ReadOptions options = 1; }
  message CaughtUp { Timestamp timestamp = 1; optional int64 stream_revision = 2; Position position = 3; }
  message ReadResp {
    oneof content {
      bytes event = 1;
      Empty confirmation = 2;
      Position checkpoint = 3;
      Empty stream_not_found = 4;
      uint64 first_stream_position = 5;
      uint64 last_stream_position = 6;
      CaughtUp caught_up = 8;
    }
  }
`);

export type ReadMessage = Readonly<Record<string, unknown>>;

/** Speaks to the door without a client library in between. */
export class RawClient {
  private readonly client: Client;

  constructor(port: number) {
    this.client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  batchAppend(): ClientDuplexStream<object, Buffer> {
    const type = root.lookupType('BatchAppendReq');
    return this.client.makeBidiStreamRequest(
      '/event_store.client.streams.Streams/BatchAppend',
      (request: object) => Buffer.from(type.encode(request).finish()),
      (bytes: Buffer) => bytes,
    );
  }

  /** What comes for `options`, until it ends or the caller stops. */
  async *read(options: object): AsyncGenerator<ReadMessage> {
    const [request, response] = [root.lookupType('ReadReq'), root.lookupType('ReadResp')];
    const call = this.client.makeServerStreamRequest(
      '/event_store.client.streams.Streams/Read',
      (value: object) => Buffer.from(request.encode(value).finish()),
      (bytes: Buffer) => response.toObject(response.decode(bytes), { longs: String }),
      { options },
    );
    call.on('error', () => undefined);
    try {
      for await (const message of call) yield message as ReadMessage;
    } finally {
      call.cancel();
    }
  }

  close(): void {
    this.client.close();
  }
}
