/** A sealed text is not what was sealed: a bit flipped, or its parts are of different texts. */
export class CiphertextDamaged extends Error {
  override readonly name = 'CiphertextDamaged';
}

/** A sealed text stands in another event or field than it was sealed for. */
export class CiphertextMoved extends Error {
  override readonly name = 'CiphertextMoved';
}

/** The master key that a subject's key is wrapped by is none of those that are configured. */
export class MasterKeyMissing extends Error {
  override readonly name = 'MasterKeyMissing';
}

/** The key that a sealed text names is not in the file of keys. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';
}

/** The file of keys is none, or has a damaged part. */
export class KeyFileDamaged extends Error {
  override readonly name = 'KeyFileDamaged';
}
