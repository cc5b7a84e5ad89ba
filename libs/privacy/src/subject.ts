/** Whose key it is: the customer of a client; two clients may use one id for two people. */
export function customerSubject(client: string, customerId: string): string {
  return `customer/${client}/${customerId}`;
}

/** What no payment is known for, by the day it came on (UTC); its key lives for a while. */
export function inboxSubject(day: Date): string {
  return `inbox/${day.toISOString().slice(0, 10)}`;
}
