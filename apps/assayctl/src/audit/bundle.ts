export const BUNDLE_FORMAT = 'assay-audit-bundle-1';
/** In a whole export: the hash of each leaf, 32 bytes one behind the other. */
export const LEAVES_FILE = 'leaves.bin';

/** Which events; streams and times add up. */
export type Selection = {
  /** Empty: all. */
  readonly streams: readonly string[];
  /** Recorded at or after. */
  readonly from: string | null;
  /** Recorded before. */
  readonly to: string | null;
};

export type Manifest = {
  readonly format: typeof BUNDLE_FORMAT;
  readonly origin: string;
  /** `part`: each event has its proof, and that none was left out is not proven. */
  readonly scope: 'whole' | 'part';
  readonly selection: Selection | null;
  readonly events: number;
  /** Of the last head. */
  readonly headSize: number;
  readonly exportedAt: string;
};

/** A line of events.jsonl. Numbers that JSON would round are digits. */
export type BundleEvent = {
  readonly index: number;
  readonly stream: string;
  readonly revision: string;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly createdTicks: string;
  readonly commit: string;
  readonly prepare: string;
  readonly data: string;
  readonly dataEncoding: 'utf8' | 'base64';
  readonly metadata: string;
  readonly metadataEncoding: 'utf8' | 'base64';
  readonly proof?: readonly string[];
};
