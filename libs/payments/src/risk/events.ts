import type { RecordedAssessment } from '../payment/assessment.js';
import type { EventShape } from '../payment/vocabulary.js';

export type RiskAssessed = EventShape<'RiskAssessed', RecordedAssessment>;

export type RiskEvent = RiskAssessed;
