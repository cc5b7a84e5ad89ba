export { CiphertextDamaged, CiphertextMoved, KeyFileDamaged, MasterKeyMissing } from './errors.js';
export { MasterKeys, type MasterKeySource } from './master-key.js';
export { openFields, sealedOf, type PersonalOf } from './sealed-fields.js';
export { SealingEventStore, type SubjectOf } from './sealing-event-store.js';
export { Reader, Vault, type KeyStatus, type VaultOptions } from './vault.js';
