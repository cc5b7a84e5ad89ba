import { evolve, NO_PAYMENT, PaymentError, type Payment, type PaymentEvent } from '#payments';

/** `given(events).when(command).then(events)`: how a decider's test reads. */
export function decider<Command>(
  decide: (command: Command, payment: Payment) => readonly PaymentEvent[],
): (...events: PaymentEvent[]) => { when(command: Command): Outcome } {
  return (...events) => ({
    when(command) {
      const payment = events.reduce(evolve, NO_PAYMENT);
      return new Outcome(() => decide(command, payment));
    },
  });
}

class Outcome {
  constructor(private readonly decide: () => readonly PaymentEvent[]) {}

  then(...expected: PaymentEvent[]): void {
    expect(this.decide()).toEqual(expected);
  }

  thenTypes(...types: PaymentEvent['type'][]): void {
    expect(this.decide().map(({ type }) => type)).toEqual(types);
  }

  thenNothing(): void {
    expect(this.decide()).toEqual([]);
  }

  thenRefused(code: string): void {
    let refusal: unknown = null;
    try {
      this.decide();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(PaymentError);
    expect((refusal as PaymentError).code).toBe(code);
  }
}
