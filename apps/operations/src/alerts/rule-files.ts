import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidRules, readRules, type Rule } from '#alerting';
import { InvalidConfig } from '#platform';

/** @throws InvalidConfig that names the file, the alert, and what is wrong with it. */
export function rulesIn(folder: string): readonly Rule[] {
  const files = filesIn(folder);
  return files.flatMap((file) => {
    try {
      return readRules(readFileSync(join(folder, file), 'utf8'));
    } catch (error) {
      if (!(error instanceof InvalidRules)) throw error;
      throw new InvalidConfig(`${file} of ALERT_RULES_DIR: ${error.message}`);
    }
  });
}

function filesIn(folder: string): string[] {
  try {
    const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));
    if (files.length > 0) return files.sort();
  } catch {
    // Said below: a folder that is not there has no rules either.
  }
  throw new InvalidConfig(`no rules in ${folder}; set ALERT_RULES_DIR to a folder of *.yml`);
}
