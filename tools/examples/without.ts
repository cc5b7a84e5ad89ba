const AGREES = 'the books of the sandbox agree with ours, so that nothing is an exception';

/** Operations whose success or request is not recorded, and why; the list may only get shorter. */
export const WITHOUT_EXAMPLES: Readonly<Record<string, string>> = {
  'post /v1/attention/deliveries/{provider}/{eventId}/retry':
    'it succeeds for a fact that was abandoned after a day and whose predecessor came later',
  'get /v1/reconciliation/exceptions': AGREES,
  'get /v1/reconciliation/exceptions/{exceptionId}': AGREES,
  'post /v1/reconciliation/exceptions/{exceptionId}/assignment': AGREES,
  'post /v1/reconciliation/exceptions/{exceptionId}/investigation': AGREES,
  'post /v1/reconciliation/exceptions/{exceptionId}/notes': AGREES,
  'post /v1/reconciliation/exceptions/{exceptionId}/evidence': AGREES,
  'post /v1/reconciliation/exceptions/{exceptionId}/escalation': AGREES,
  'post /v1/reconciliation/exceptions/{exceptionId}/resolution': AGREES,
  'post /v1/reconciliation/exceptions/{exceptionId}/resolution/approval': AGREES,
  'post /v1/reconciliation/exceptions/{exceptionId}/resolution/refusal': AGREES,
  'post /v1/reconciliation/exceptions/{exceptionId}/reopening': AGREES,
  'get /v1/reconciliation/exceptions/{exceptionId}/evidence/{contentHash}': AGREES,
};

/** How many there are; lower it with the list. */
export const WITHOUT_MAX = 13;
