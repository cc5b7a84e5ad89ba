import { packageText } from '../openapi/document.js';

export type Version = {
  /** As in `operations`. */
  readonly service: string;
  readonly version: string;
  readonly node: string;
};

/** Which program answers, for those who look at several of them. */
export class ServiceVersion {
  readonly answer: Version;

  constructor(service: string) {
    const { version } = JSON.parse(packageText()) as { version: string };
    this.answer = { service, version, node: process.version };
  }
}
