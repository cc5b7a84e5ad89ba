/** A process whose metrics are read. */
export type Target = { readonly job: string; readonly url: string };

const TARGETS = /^[a-z][a-z0-9-]*=https?:\/\/[^,\s]+(,[a-z][a-z0-9-]*=https?:\/\/[^,\s]+)*$/;

/** As in ALERT_TARGETS: `command-service=http://127.0.0.1:3000,…`; empty for none. */
export const TARGETS_PATTERN = new RegExp(`^$|${TARGETS.source}`);

export function targetsOf(text: string): Target[] {
  if (text === '') return [];
  return text.split(',').map((entry) => {
    const at = entry.indexOf('=');
    return { job: entry.slice(0, at), url: entry.slice(at + 1) };
  });
}
