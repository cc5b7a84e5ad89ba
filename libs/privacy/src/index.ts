export { CiphertextDamaged, CiphertextMoved, KeyFileDamaged, MasterKeyMissing } from './errors.js';
export { MasterKeys, type MasterKeySource } from './master-key.js';
export { masterKeysFrom } from './master-key-source.js';
export { openFields, sealedOf, type PersonalOf } from './sealed-fields.js';
export { MASTER_KEY_FILE, SealedTexts } from './sealed-texts.js';
export { SealingEventStore, type SubjectOf } from './sealing-event-store.js';
export { customerSubject, inboxSubject } from './subject.js';
export { Reader, Vault, type KeyStatus, type VaultOptions } from './vault.js';
