export {
  CiphertextDamaged,
  CiphertextMoved,
  KeyFileDamaged,
  KeyMissing,
  MasterKeyMissing,
} from './errors.js';
export { nameOf, placeOf } from './key-name.js';
export { Losses } from './losses.js';
export { MasterKeys, type MasterKeySource } from './master-key.js';
export { masterKeysFrom } from './master-key-source.js';
export { openFields, sealedOf, type PersonalOf } from './sealed-fields.js';
export { MASTER_KEY_FILE, SealedTexts } from './sealed-texts.js';
export { SealingEventStore, type SubjectOf } from './sealing-event-store.js';
export { customerSubject, inboxSubject } from './subject.js';
export { Reader, type VaultOptions } from './reader.js';
export { Vault, type KeyStatus } from './vault.js';
