import type { sendUnaryData } from '@grpc/grpc-js';
import { SupportedMethods } from './protocol/server.js';

/** The EventStoreDB version whose protocol and semantics the door speaks. */
const SERVER_VERSION = '24.2.0';

export type SupportedService = {
  readonly name: string;
  readonly methods: readonly { readonly name: string }[];
  /** What the client asks for by name before it uses a method. */
  readonly features: readonly string[];
};

/** `GetSupportedMethods`: the client calls nothing that is not listed here. */
export function supportedMethodsHandler(services: readonly SupportedService[]) {
  const response = SupportedMethods.encode({
    eventStoreServerVersion: SERVER_VERSION,
    methods: services.flatMap(({ name, methods, features }) =>
      methods.map((method) => ({
        // The real server writes both in lower case, and clients compare them so.
        methodName: method.name.toLowerCase(),
        serviceName: name.toLowerCase(),
        features,
      })),
    ),
  });
  return (_call: unknown, answer: sendUnaryData<Buffer>): void => answer(null, response);
}
