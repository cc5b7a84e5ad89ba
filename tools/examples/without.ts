/** Operations whose success or request is not recorded, and why; the list may only get shorter. */
export const WITHOUT_EXAMPLES: Readonly<Record<string, string>> = {
  'post /v1/attention/deliveries/{provider}/{eventId}/retry':
    'it succeeds for a fact that was abandoned after a day and whose predecessor came later',
  'get /v1/payouts': 'the recording pays nothing out, and no line is an empty text',
  'get /v1/payouts/{payoutId}': 'the recording pays nothing out',
};

/** How many there are; lower it with the list. */
export const WITHOUT_MAX = 3;
