import { createParamDecorator } from '@nestjs/common';

/** What a method of a controller says in the head of its answer. */
export type Answer = {
  /** @param path of what was created. */
  createdAt(path: string): void;
  /** The command was recorded before, and this is the answer of the first time. */
  replayed(): void;
  /** Of a refusal: when the same may be asked again. */
  retryAfter(seconds: number): void;
};

type Reply = { header(name: string, value: string): unknown };

/** Hands a controller's method the head of its answer. */
export const Answer = createParamDecorator((_none: unknown, context): Answer => {
  const reply = context.switchToHttp().getResponse<Reply>();
  return {
    createdAt: (path) => void reply.header('location', path),
    replayed: () => markReplayed(reply),
    retryAfter: (seconds) => void reply.header('retry-after', String(seconds)),
  };
});

export const REPLAYED = 'idempotent-replayed';

/** Says that a command was recorded before; a first answer has no mark. */
export function markReplayed(reply: Reply): void {
  reply.header(REPLAYED, 'true');
}
