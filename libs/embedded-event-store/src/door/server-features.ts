import type { sendUnaryData } from '@grpc/grpc-js';
import { SupportedMethods } from './protocol/server.js';

/** The EventStoreDB version whose protocol and semantics the door speaks. */
const SERVER_VERSION = '24.2.0';

export type SupportedService = {
  readonly name: string;
  /** Method names, with the features the client asks for by name. */
  readonly methods: Readonly<Record<string, readonly string[]>>;
};

/** `GetSupportedMethods`: the client calls nothing that is not listed here. */
export function supportedMethodsHandler(services: readonly SupportedService[]) {
  const response = SupportedMethods.encode({
    eventStoreServerVersion: SERVER_VERSION,
    methods: services.flatMap(({ name, methods }) =>
      Object.entries(methods).map(([methodName, features]) => ({
        // The real server writes both in lower case, and clients compare them so.
        methodName: methodName.toLowerCase(),
        serviceName: name.toLowerCase(),
        features,
      })),
    ),
  });
  return (_call: unknown, answer: sendUnaryData<Buffer>): void => answer(null, response);
}
