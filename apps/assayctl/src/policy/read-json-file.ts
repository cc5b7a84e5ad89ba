import { readFileSync } from 'node:fs';
import { Failure } from '../failure.js';

/** @throws Failure when there is no such file, or it is not JSON. */
export function readJsonFile(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Failure(`there is no file ${file} to read`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is not JSON: ${(error as Error).message}`);
  }
}
