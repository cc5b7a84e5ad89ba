import { evolve, NO_PAYMENT, OPERATION_IDS } from '#payments';
import type { LoadedPayment } from './payment-streams.js';

/**
 * The payment as it stood when a command was done: up to the last event that it, or the outcome of
 * an operation it began, recorded. A repeated command is answered from it.
 */
export function asOfCommand(loaded: LoadedPayment, commandId: string): LoadedPayment {
  const begun = new Set<string>();
  let last = -1;
  for (const [index, { event, metadata }] of loaded.history.entries()) {
    const ids = operationIdsOf(event.data);
    const mine = metadata['commandId'] === commandId;
    if (mine) for (const id of ids) begun.add(id);
    if (mine || ids.some((id) => begun.has(id))) last = index;
  }
  const history = loaded.history.slice(0, last + 1);
  const payment = history.reduce((state, { event }) => evolve(state, event), NO_PAYMENT);
  return { ...loaded, payment, history, position: history.at(-1)?.position ?? loaded.position };
}

const IDS = Object.values(OPERATION_IDS);

/** The operations an event is about; a refund names its capture too, which is not its own. */
function operationIdsOf(data: object): string[] {
  const ids = data as Readonly<Record<string, unknown>>;
  const names = 'refundId' in ids ? (['refundId'] as const) : IDS;
  return names.map((name) => ids[name]).filter((id) => typeof id === 'string');
}
