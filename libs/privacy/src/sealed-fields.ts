import { isSealed, type PersonalFields, type PersonalKind } from '#event-shapes';
import type { Json, NewEvent } from '#event-store';
import type { Place } from './sealed-text.js';

/** What each type of event tells of people. */
export type PersonalOf = Readonly<Record<string, PersonalFields>>;

type Texts = (text: string, path: string, kind: PersonalKind) => string;
type Data = { readonly [field: string]: Json };

/** Only what is sealed: an event type that has nothing of it is passed over by one look. */
export function sealedOf(personal: PersonalOf): PersonalOf {
  const rows = Object.entries(personal).map(([type, fields]) => [type, sealedIn(fields)] as const);
  return Object.fromEntries(rows.filter(([, fields]) => Object.keys(fields).length > 0));
}

function sealedIn(fields: PersonalFields): PersonalFields {
  const kept: Record<string, PersonalFields[string]> = {};
  for (const [field, kind] of Object.entries(fields)) {
    if (typeof kind === 'string') {
      if (isKept(kind)) kept[field] = kind;
      continue;
    }
    const parts = Object.entries(kind).filter(([, each]) => isKept(each));
    if (parts.length > 0) kept[field] = Object.fromEntries(parts);
  }
  return kept;
}

function isKept(kind: PersonalKind): boolean {
  return kind === 'sealed' || kind === 'linked';
}

/** Whether there is any text to seal. */
export function hasTexts(fields: PersonalFields, data: Json): boolean {
  let has = false;
  mapTexts(fields, data, (text) => {
    has = true;
    return text;
  });
  return has;
}

/** Data whose personal texts were put through `change`; the very same data where none are. */
export function mapTexts(fields: PersonalFields, data: Json, change: Texts): Json {
  if (typeof data !== 'object' || data === null) return data;
  const record = data as Data;
  let changed: Record<string, Json> | null = null;
  for (const field in fields) {
    const value = record[field];
    const kind = fields[field];
    if (value === undefined || value === null || kind === undefined) continue;
    const mapped = mapField(kind, value, { field, change });
    if (mapped !== value) (changed ??= { ...record })[field] = mapped;
  }
  return changed ?? data;
}

function mapField(
  kind: PersonalFields[string],
  value: Json,
  { field, change }: { readonly field: string; readonly change: Texts },
): Json {
  if (typeof kind === 'string') {
    return mapText(value, field, (text, path) => change(text, path, kind));
  }
  return mapTexts(kind, value, (text, path, each) => change(text, `${field}.${path}`, each));
}

function mapText(value: Json, path: string, change: (text: string, path: string) => string): Json {
  // An empty text holds nothing to seal.
  if (typeof value === 'string') return value === '' ? value : change(value, path);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, mapText(item, `${path}.${key}`, change)] as const,
  );
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

/** What `open` makes of an event's sealed texts; texts from before they were sealed stay. */
export function openFields<Event extends Pick<NewEvent, 'id' | 'data'>>(
  fields: PersonalFields,
  event: Event,
  open: (sealed: string, where: Place) => string,
): Event {
  const data = mapTexts(fields, event.data, (text, path) =>
    isSealed(text) ? open(text, { eventId: event.id, path }) : text,
  );
  return data === event.data ? event : { ...event, data };
}
