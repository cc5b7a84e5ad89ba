import { Refusal, type RefusalDetails } from '#refusal';

/** Every rule that work on an incident can break. Codes are API: add freely, never rename. */
export const INCIDENT_ERRORS = {
  'incident-resolved': 'This incident is resolved; what comes later belongs to a new one.',
  'incident-notes-full': 'The incident has as many notes as it may have.',
} as const;

export type IncidentErrorCode = keyof typeof INCIDENT_ERRORS;

/** The only way work on an incident is refused. */
export class IncidentError extends Refusal<IncidentErrorCode> {
  override readonly name = 'IncidentError';

  constructor(code: IncidentErrorCode, details: RefusalDetails = {}) {
    super(INCIDENT_ERRORS, code, details);
  }
}
