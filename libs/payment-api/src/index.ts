export { caseDesk, CaseDeskResponse, CaseNoteResponse } from './case-desk.response.js';
export { MoneyResponse } from './money.response.js';
export { PaymentResourceResponse, PaymentResponse } from './payment.response.js';
export { RiskRuleResponse } from './risk.response.js';
