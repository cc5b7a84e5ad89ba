/** Who read, took out or changed what is worth knowing of later. */
export type AccessNote = {
  readonly person: string;
  readonly client: string;
  readonly role: string;
  /** As docs/roles.md lists it: `GET /v1/events`. */
  readonly operation: string;
  /** The address without its query, which may hold personal data. */
  readonly path: string;
  readonly at: string;
};

/** Takes notes of accesses; who keeps them says so by `onNote`. */
export class AccessNotes {
  onNote: (note: AccessNote) => void = () => undefined;
}
