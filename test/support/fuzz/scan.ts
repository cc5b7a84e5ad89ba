import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WRITING_NAMES, written } from './planted-cards.js';

/** Where something was found that must not be there. */
export type Finding = { readonly file: string; readonly form: string };

/** Every form in which programs write a text to a disk. */
export function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const forms = new Map<string, Buffer>();
  for (const [name, each] of new Map([
    ['plain', text],
    ['JSON-escaped', jsonEscaped(text)],
    ['JSON-escaped, upper case', jsonEscaped(text).replace(/\\u\w{4}/g, upperCased)],
    ['percent-encoded', encodeURIComponent(text)],
  ])) {
    forms.set(`${name}, UTF-8`, Buffer.from(each, 'utf8'));
    forms.set(`${name}, UTF-16`, Buffer.from(each, 'utf16le'));
  }
  forms.set('hexadecimal', Buffer.from(Buffer.from(text).toString('hex')));
  for (const shift of [0, 1, 2]) forms.set(`base64, shifted ${shift}`, base64Of(text, shift));
  return forms;
}

/** Forms of digits in every way of writing that is planted. */
export function formsOfDigits(digits: string): ReadonlyMap<string, Buffer> {
  const forms = new Map<string, Buffer>();
  for (const writing of WRITING_NAMES.filter((name) => name !== 'in a sentence')) {
    for (const [form, bytes] of formsOf(written(digits, writing))) {
      forms.set(`${writing}, ${form}`, bytes);
    }
  }
  return forms;
}

/** Looks for forms in every file of a folder. Only files that vanish meanwhile are left out. */
export function scan(folder: string, forms: ReadonlyMap<string, Buffer>): Finding[] {
  return filesIn(folder).flatMap((file) => {
    const bytes = contentOf(file);
    return [...forms].flatMap(([form, sought]) => (bytes.includes(sought) ? [{ file, form }] : []));
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}

function contentOf(file: string): Buffer {
  try {
    // A map file may be longer than what was ever written to it; that reads as zeros.
    return statSync(file).size === 0 ? Buffer.alloc(0) : readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

function jsonEscaped(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (each) => {
    return `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function upperCased(escape: string): string {
  return `\\u${escape.slice(2).toUpperCase()}`;
}

/** Only the characters that nothing before or after the text has a part in. */
function base64Of(text: string, shift: number): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
  return Buffer.from(whole.slice(shift === 0 ? 0 : 4));
}
