import type {
  handleBidiStreamingCall,
  handleClientStreamingCall,
  handleServerStreamingCall,
  handleUnaryCall,
  MethodDefinition,
  ServiceDefinition,
  UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { Message } from '#wire';

type Handlers<Request> = {
  readonly unary: handleUnaryCall<Request, Buffer>;
  readonly 'server-stream': handleServerStreamingCall<Request, Buffer>;
  readonly 'client-stream': handleClientStreamingCall<Request, Buffer>;
  readonly bidi: handleBidiStreamingCall<Request, Buffer>;
};

/** One method of a service. Handlers answer in bytes: most answers are spliced, not encoded. */
export type Method = {
  readonly name: string;
  readonly kind: keyof Handlers<unknown>;
  readonly request: Message<unknown>;
  readonly handle: unknown;
};

export function method<Request, Kind extends keyof Handlers<unknown>>(
  name: string,
  kind: Kind,
  request: Message<Request>,
  handle: Handlers<Request>[Kind],
): Method {
  return { name, kind, request, handle };
}

/** A service as grpc-js wants it, without generated code. */
export function service(
  name: string,
  methods: readonly Method[],
): [ServiceDefinition, UntypedServiceImplementation] {
  const definition: Record<string, MethodDefinition<unknown, Buffer>> = {};
  const implementation: Record<string, unknown> = {};
  for (const { name: methodName, kind, request, handle } of methods) {
    definition[methodName] = {
      path: `/${name}/${methodName}`,
      requestStream: kind === 'client-stream' || kind === 'bidi',
      responseStream: kind === 'server-stream' || kind === 'bidi',
      requestSerialize: (value) => request.encode(value),
      requestDeserialize: (bytes) => request.decode(bytes),
      responseSerialize: (bytes) => bytes,
      responseDeserialize: (bytes) => bytes,
    };
    implementation[methodName] = handle;
  }
  return [definition, implementation as UntypedServiceImplementation];
}
