const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * One of our ids in a field that other users of the provider's account write, too, as
 * Stripe's metadata and PayPal's custom and invoice ids are. Ours are UUIDs; what others keep there
 * is null.
 */
export function ourId(value: unknown): string | null {
  return typeof value === 'string' && UUID.test(value) ? value : null;
}
