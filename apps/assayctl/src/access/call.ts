import type { CommandServiceClient } from '#client';

/** Asks with one client, which is closed behind the answer. */
export type Call = <Answer>(
  ask: (client: CommandServiceClient) => Promise<Answer>,
) => Promise<Answer>;
