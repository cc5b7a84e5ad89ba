import { join } from 'node:path';
import { upcastCase } from '#cases';
import type { EventStore } from '#event-store';
import { PERSONAL_OF_PAYMENTS } from '#payments';
import { Clock, InvalidConfig, type Logger } from '#platform';
import {
  MASTER_KEY_FILE,
  masterKeysFrom,
  SealingEventStore,
  Vault,
  type PersonalOf,
} from '#privacy';
import type { Config } from '../config.js';
import type { OpenedEventStore } from '../event-store/open-event-store.js';
import { INBOX_PERSONAL } from '../webhooks/webhook-inbox.js';
import { Sealing } from '../sealing/sealing.js';
import { replayErasures } from './replay-erasures.js';
import { Subjects } from './subjects.js';

/** What each event type that this process writes tells of people. */
export const PERSONAL: PersonalOf = {
  ...PERSONAL_OF_PAYMENTS,
  ...upcastCase.personal,
  ...INBOX_PERSONAL,
};

export type Privacy = {
  readonly sealing: Sealing;
  /** What this process appends to and reads. */
  readonly eventStore: EventStore;
  /** Of the store behind it. */
  readonly metrics: OpenedEventStore['metrics'];
  readonly close: () => Promise<void>;
};

/** Where the keys are; null where several processes write and one file of keys would not do. */
export function privacyFolderOf({ DATA_DIR, PRIVACY_DIR, EVENTSTORE_URL }: Config): string | null {
  if (PRIVACY_DIR !== undefined) return PRIVACY_DIR;
  return EVENTSTORE_URL === undefined ? join(DATA_DIR, 'privacy') : null;
}

/**
 * Opens the store to serve from once all recorded erasures are kept: before that, the process is
 * not ready.
 *
 * @throws InvalidConfig when the keys cannot be used with the master key.
 */
export async function openPrivacy(
  opened: OpenedEventStore,
  config: Config,
  logger: Logger,
): Promise<Privacy> {
  const { eventStore, metrics } = opened;
  const vault = openVault(config);
  const sealing = new Sealing(vault, privacyFolderOf(config) ?? '');
  const close = async (): Promise<void> => {
    await opened.close();
    vault?.close();
  };
  if (!vault) return { sealing, eventStore, metrics, close };
  const erasures = await replayErasures(vault, eventStore);
  if (erasures > 0)
    logger.warn({ erasures }, 'an older file of keys: its erased keys are destroyed');
  const subjects = new Subjects(eventStore, () => new Clock().nowMs);
  const subjectOf = subjects.of.bind(subjects);
  const sealed = new SealingEventStore(eventStore, vault, { personal: PERSONAL, subjectOf });
  return { sealing, eventStore: sealed, metrics: [...metrics, vault.losses.metric], close };
}

function openVault(config: Config): Vault | null {
  const folder = privacyFolderOf(config);
  if (folder === null) return null;
  try {
    const masterKeys = masterKeysFrom(config.PRIVACY_MASTER_KEY, join(folder, MASTER_KEY_FILE));
    const vault = Vault.open({ folder, masterKeys });
    vault.rewrap();
    return vault;
  } catch (cause) {
    const { message } = cause as Error;
    throw new InvalidConfig(`the keys of personal data cannot be used: ${message}`, { cause });
  }
}
