import { SealedTexts } from '#privacy';
import type { Config } from './config.js';

/** Opens sealed texts of JSON where it leaves this process. */
export function openTextsOf({ PRIVACY_DIR, PRIVACY_MASTER_KEY }: Config): (json: string) => string {
  const texts = new SealedTexts({ folder: PRIVACY_DIR, masterKey: PRIVACY_MASTER_KEY });
  return (json) => texts.inJson(json);
}
