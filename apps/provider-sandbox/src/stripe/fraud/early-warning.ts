import type { StripeDesk } from '../desk.js';
import { invalid } from '../errors.js';
import type { StripeCharge } from '../records.js';
import type { StripeFraudWarning } from './records.js';

/**
 * The issuer reports a charge as fraud. No money moves.
 *
 * @throws StripeRefusal when the charge was declined or is reported already.
 */
export function reportFraud(
  desk: StripeDesk,
  chargeId: string,
  fraudType: StripeFraudWarning['fraudType'] = 'made_with_stolen_card',
): StripeFraudWarning {
  const charge = desk.charge(chargeId);
  if (charge.status !== 'succeeded' || charge.fraudWarning !== undefined) {
    throw invalid(`Charge ${charge.id} is reported already, or never succeeded.`);
  }
  const warning: StripeFraudWarning = {
    id: desk.parts.ids.stripe('issfr'),
    charge: charge.id,
    payment: charge.payment,
    created: desk.now,
    fraudType,
    actionable: isActionable(charge),
  };
  desk.save({ kind: 'fraud-warning', record: warning });
  desk.save({ kind: 'charge', record: { ...charge, fraudWarning: warning.id } });
  desk.tell('radar.early_fraud_warning.created', { kind: 'fraud-warning', record: warning });
  return warning;
}

/** What becomes of a charge may leave its warning without a use. */
export function settleWarnings(desk: StripeDesk, charge: StripeCharge): void {
  if (charge.fraudWarning === undefined || isActionable(charge)) return;
  const warning = desk.draft.get('stripe-fraud-warning', charge.fraudWarning);
  if (warning?.actionable !== true) return;
  const record = { ...warning, actionable: false };
  desk.save({ kind: 'fraud-warning', record });
  desk.tell(
    'radar.early_fraud_warning.updated',
    { kind: 'fraud-warning', record },
    { actionable: true },
  );
}

function isActionable({ dispute, amount, amountRefunded }: StripeCharge): boolean {
  return dispute === undefined && amountRefunded < amount;
}
