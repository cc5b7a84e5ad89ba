/** Where messaging tells of lost connections and failed messages. */
export type MessagingLog = {
  readonly warn: (facts: object, message: string) => void;
  readonly info: (facts: object, message: string) => void;
};
