import { changeStream, idOf, readStream, type EventStore, type StreamType } from '#event-store';
import { Problem, type Clock } from '#platform';
import { mappingFault, type CsvMapping } from '#statements';
import { MAPPINGS_STREAM, upcastMapping, type StatementMappingSaved } from './import-events.js';

export type SavedMapping = StatementMappingSaved['data'];

/** Every version of each name, the last one last. */
type Saved = ReadonlyMap<string, readonly SavedMapping[]>;

const MAPPINGS: StreamType<StatementMappingSaved, Saved> = {
  initial: new Map(),
  evolve: (saved, { data }) =>
    new Map([...saved, [data.name, [...(saved.get(data.name) ?? []), data]]]),
  upcast: upcastMapping,
};

/** Mappings of banks' CSV files, kept in the ledger; the last version of a name reads new files. */
export class StatementMappings {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<SavedMapping[]> {
    return [...(await this.#saved()).values()].flatMap((versions) => versions.slice(-1));
  }

  /** @param version left out: the last one. @throws Problem `not-found` */
  async named(name: string, version?: number): Promise<SavedMapping> {
    const saved = await this.#saved();
    const versions = saved.get(name) ?? [];
    const found = versions.at(version === undefined ? -1 : version - 1);
    if (found) return found;
    const names = [...saved.keys()].join(', ') || 'none';
    throw new Problem('not-found', `there is no mapping of this name; there are: ${names}`);
  }

  /** The same mapping again is the same version. @throws Problem `request-invalid` */
  async save(name: string, mapping: CsvMapping, savedBy: string): Promise<SavedMapping> {
    const fault = mappingFault(mapping);
    if (fault !== null) throw new Problem('request-invalid', undefined, [fault]);
    const savedAt = this.clock.nowIso;
    const commandId = idOf('statement-mapping', name, JSON.stringify(mapping), savedAt);
    const cause = { client: savedBy, actor: `person:${savedBy}`, commandId };
    const target = { stream: MAPPINGS_STREAM, type: MAPPINGS };
    const { state } = await changeStream(this.store, target, cause, (saved) => {
      const last = saved.get(name)?.at(-1);
      if (last && JSON.stringify(last.mapping) === JSON.stringify(mapping)) return [];
      const version = (last?.version ?? 0) + 1;
      const data = { name, version, mapping, savedBy, savedAt };
      return [{ type: 'StatementMappingSaved', data } as const];
    });
    return state.get(name)?.at(-1) as SavedMapping;
  }

  async #saved(): Promise<Saved> {
    return (await readStream(this.store, { stream: MAPPINGS_STREAM, type: MAPPINGS })).state;
  }
}
