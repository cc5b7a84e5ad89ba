const NOT_RECORDED = 'the script of alerts and incidents is not written yet';

/** Operations whose success or request is not recorded, and why; the list may only get shorter. */
export const WITHOUT_EXAMPLES: Readonly<Record<string, string>> = {
  'post /v1/attention/deliveries/{provider}/{eventId}/retry':
    'it succeeds for a fact that was abandoned after a day and whose predecessor came later',
  'get /v1/alerts': NOT_RECORDED,
  'get /v1/alerts/silences': NOT_RECORDED,
  'post /v1/alerts/silences': NOT_RECORDED,
  'delete /v1/alerts/silences/{silenceId}': NOT_RECORDED,
  'post /v1/alerts/channels/{channel}/test': NOT_RECORDED,
  'get /v1/incidents': NOT_RECORDED,
  'get /v1/incidents/{incidentId}': NOT_RECORDED,
  'get /v1/incidents/{incidentId}/timeline': NOT_RECORDED,
  'get /v1/incidents/{incidentId}/post-mortem': NOT_RECORDED,
  'post /v1/incidents/{incidentId}/acknowledge': NOT_RECORDED,
  'post /v1/incidents/{incidentId}/assign': NOT_RECORDED,
  'post /v1/incidents/{incidentId}/notes': NOT_RECORDED,
  'post /v1/incidents/{incidentId}/resolve': NOT_RECORDED,
  'get /v1/on-call': NOT_RECORDED,
  'put /v1/on-call/{role}': NOT_RECORDED,
  'post /v1/on-call/overrides': NOT_RECORDED,
  'post /v1/support-requests': NOT_RECORDED,
};

/** How many there are; lower it with the list. */
export const WITHOUT_MAX = 18;
