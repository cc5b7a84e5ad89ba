/** The sentences of proofs in English. */
export const EN = {
  check: 'Prove it in this browser',
  unchecked: 'It could not be checked.',
  proven:
    'Proven: it is one of the first {size, plural, one {# event} other {# events}}, as a signed head has them ({hashes, plural, one {# hash} other {# hashes}} of the proof, and the signature, computed in this browser).',
  compare: 'The proof is worth as much as the key. Compare it with the one that you were given:',
  bytes: 'What was checked',
  'head-not-signed': 'Not proven: no known key has signed the head.',
  'not-included': 'Not proven: the event’s bytes do not lead to the signed root.',
  'other-event': 'Not proven: the evidence is of another event.',
} as const;
