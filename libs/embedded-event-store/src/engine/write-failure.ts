/** What helps, by the system's code for what it refused. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  ENOSPC: 'its disk is full, make room and writing goes on',
  EDQUOT: 'the quota of its disk is used up, make room and writing goes on',
  EFBIG: "this process's limit for the size of a file is reached, raise it (ulimit -f)",
  EROFS: 'its disk has become read-only, mount it for writing and start again',
};

/** Why a commit to the store in `folder` failed and what to do, in a sentence. */
export function whyNotWritten(folder: string, cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  const code = (cause as { readonly code?: unknown } | undefined)?.code;
  const wayOut = WAYS_OUT[String(code)] ?? 'see what the system log says of its disk';
  return `event store ${folder} could not write: ${wayOut}; reads go on (${said})`;
}
