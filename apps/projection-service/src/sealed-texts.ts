import { SealedTexts } from '#privacy';
import type { Config } from './config.js';

/** What opens sealed texts where an answer leaves this process. */
export function sealedTextsOf({ PRIVACY_DIR, PRIVACY_MASTER_KEY }: Config): SealedTexts {
  return new SealedTexts({ folder: PRIVACY_DIR, masterKey: PRIVACY_MASTER_KEY });
}

/** The same for JSON alone. */
export function openTextsOf(config: Config): (json: string) => string {
  const texts = sealedTextsOf(config);
  return (json) => texts.inJson(json);
}
