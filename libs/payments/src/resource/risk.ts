import type { RecordedAssessment } from '../payment/assessment.js';
import type { Payment } from '../payment/payment.js';
import { verdictGroundsOf } from '../risk/verdict-grounds.js';

/** The assessment that decided, and the score that came after it. */
export function riskOf({ risk, lateRisk }: Payment) {
  if (!risk) return null;
  const late = lateRisk && assessmentOf(lateRisk);
  return { ...assessmentOf(risk), degraded: risk.degraded, late };
}

function assessmentOf(assessed: RecordedAssessment) {
  const { verdict, score, reasons, modelVersion, assessedAt } = assessed;
  const { decidedBy, rules } = verdictGroundsOf(assessed);
  const grounds = { decidedBy, rules, reasons, reviewCapacity: capacityOf(assessed) };
  return { verdict, score, ...grounds, modelVersion, assessedAt };
}

/** How the bound on reviews stood; null where the score wanted none, or nothing bounds them. */
function capacityOf({ judgement }: RecordedAssessment) {
  const capacity = judgement?.capacity;
  if (!capacity || capacity.outcome === null) return null;
  const { share, room, priceEur, lossEur } = capacity;
  return { share, room, priceEur, lossEur };
}
