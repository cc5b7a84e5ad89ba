/** Where a provider sends the payer back to after approval or 3-D Secure. */
export class PayerReturnUrl {
  constructor(private readonly base: string) {}

  of(paymentId: string): string {
    const url = new URL(this.base);
    url.searchParams.set('payment', paymentId);
    return url.href;
  }
}
