/** What a payer can do on the approval page, or a test in their place. */
export const PAYPAL_TRIGGERS: readonly (readonly [trigger: string, effect: string])[] = [
  ['action=approve', 'agrees, with a wallet that works'],
  ['action=approve-declined', 'agrees, with a wallet that is declined'],
  ['action=approve-pending', 'pays from a bank: the capture pends until it is completed or denied'],
  ['action=approve-refund-pending', 'pays so that refunds pend'],
  [
    'action=CCREJECT-IF, …-REFUSED, …-SF, …-EC, …-IRC, …-LS, …-IA, …-BANK_ERROR, …-CVV_F',
    "agrees, with a card that its bank denies: PayPal's rejection triggers",
  ],
  ['action=cancel', 'turns back to the cancel URL'],
  ['action=leave', 'closes the page without a decision'],
  [
    'header PayPal-Mock-Response: {"mock_application_codes":"INSTRUMENT_DECLINED"}',
    'is refused with any issue asked for',
  ],
];
