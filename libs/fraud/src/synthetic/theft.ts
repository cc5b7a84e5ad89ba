/** How thieves go about it. Factors are of what the victim usually pays, but of no less. */
export const THEFT = {
  stolenCard: { factor: [1.5, 6], euroMin: 30, count: [3, 9], hours: 6, abroadShare: 0.7 },
  takenOverAccount: { factor: [2.5, 8], euroMin: 25, count: [2, 5], hours: 20, abroadShare: 0.6 },
  testedCards: { euro: [0.5, 6], count: [15, 39], hours: 0.4 },
  compromisedMerchant: { share: [0.5, 0.95], days: [10, 24] },
  inflatedAmounts: { factor: [4, 9], share: 0.4, days: [8, 17] },
  madeUpIdentity: { euro: [450, 3000], count: [1, 4], hours: 12 },
} as const;

/** Half of the cards are used from a new account of the thief, half from the victim's own. */
export const OWN_ACCOUNT_SHARE = 0.5;
