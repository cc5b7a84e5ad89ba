import { SealedTexts } from '#privacy';
import type { Config } from './config.js';

const KNOWN = new WeakMap<Config, SealedTexts>();

/** What opens sealed texts where an answer leaves this process; one for all who ask. */
export function sealedTextsOf(config: Config): SealedTexts {
  const { PRIVACY_DIR: folder, PRIVACY_MASTER_KEY: masterKey } = config;
  const texts = KNOWN.get(config) ?? new SealedTexts({ folder, masterKey });
  KNOWN.set(config, texts);
  return texts;
}

/** The same for JSON alone. */
export function openTextsOf(config: Config): (json: string) => string {
  const texts = sealedTextsOf(config);
  return (json) => texts.inJson(json);
}
