import { ErrorCode, NatsError } from 'nats';

/** No process answers requests on the subject. */
export class NoResponder extends Error {
  override readonly name = 'NoResponder';
}

/** No answer came within the budget; the request may still be worked on. */
export class RequestTimedOut extends Error {
  override readonly name = 'RequestTimedOut';
}

/** The one who answered could not do it; the message says why. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
}

/** The server cannot be reached now, or does not offer what is needed. */
export class MessagingUnavailable extends Error {
  override readonly name = 'MessagingUnavailable';
}

/** Turns an error of the client into one of ours; others stay as they are. */
export function messagingError(error: unknown, subject: string): unknown {
  if (!(error instanceof NatsError)) return error;
  const options = { cause: error };
  const code: unknown = error.code;
  if (code === ErrorCode.NoResponders) {
    return new NoResponder(`nobody answers on ${subject}`, options);
  }
  if (code === ErrorCode.Timeout) {
    return new RequestTimedOut(`no answer on ${subject} in time`, options);
  }
  return new MessagingUnavailable(`${subject}: ${error.message}`, options);
}
