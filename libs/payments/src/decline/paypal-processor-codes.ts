import type { CodesByReason } from './reasons.js';

/**
 * What the processor behind PayPal answered of a card, by what it means to us.
 *
 * As of 2026-11-30: `processor_response.response_code` of PayPal's published specifications and
 * ProcessorResponseCode of its server SDKs, which name each code.
 */
export const PAYPAL_PROCESSOR_REASONS: CodesByReason = {
  'insufficient-funds': '5120',
  'limit-exceeded': '5710 PPAX PPEL PPNL PPDT',
  'expired-card': '5400 PPEF',
  'incorrect-cvc': '00N7 1382 5110 PCVV PPC2',
  'incorrect-expiry': '1380 PPEX',
  'incorrect-address': '5170 5190 PPAD PPAV',
  'incorrect-pin': '0890 5130 5135 5500 7900',
  'authentication-required': '5650',
  'authentication-failed': '7700 7710 PPD3 PPTE PPTR PPTV',
  'do-not-honour': '0100 0500 9530 10BR',
  // 0000, 1000 and 7600 are approvals, which PayPal did not follow.
  'instrument-declined': `0000 1000 7600 5100 9540 PPAR PPDI PPDV PPFI PPLS PPSC PPSD PPSE PCNR
    PPPM`,
  'lost-or-stolen': '9520',
  restricted: '1352 5150 5180 PPAB PPFR PPMC',
  'invalid-account': '0390 1330 1335 5140 5930 5950 6300 PP06 PPIM',
  'not-permitted': '0580 5160 5700 9510 PPAG PPBG PPCO PPUA PPQC PPRN',
  'currency-not-supported': '1320 PPCU PPUC PPVC PPDC PPPH',
  'method-not-supported': '7800 8030 PPAE PPCT PPNC PPTT PPUE PPUI PPPI PPVT PPUP',
  'amount-not-supported': '1310 PPAI',
  'provider-risk-block': '9500',
  duplicate: '5200 PPFE PPIF',
  'try-again-later': `0800 0880 0960 5910 5920 8000 8010 8100 8110 8220 9100 PPER PPNT PPH1`,
  'payer-cancelled': '0R00',
  'no-longer-possible': `1317 1384 1390 1393 5800 PPLR PPRF PPS0 PPS1 PPS2 PPS3 PPRE PPUR PPGR`,
  'merchant-error': `1300 1312 1340 1350 1360 1370 5210 5900 8020 PPAU PPCE PPCR PPFV PPII PPIT PPMB
    PPMD PPNM PPRR PPS4 PPS5 PPS6 PPTF PPTI PPVE`,
  // UNRECOGNIZED_RESPONSE_CODE: the processor itself does not know.
  'not-carried-out': '9600',
};

/** PayPal or the processor says of these not to try the same card again. */
export const PAYPAL_FINAL = '5150 5180 5910 5135 8100 9500 9520 PPRN 5950 PP06 5140';
