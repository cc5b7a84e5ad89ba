import { SETTINGS_DEFAULT, type Settings } from './settings.js';
import type { Draft, Shelf } from './shelf.js';

/** The settings in force; they outlive a restart. */
export class SettingsInForce {
  #settings: Settings;

  constructor(shelf: Shelf) {
    this.#settings = { ...SETTINGS_DEFAULT, ...shelf.get('settings', 'all') };
  }

  get all(): Settings {
    return this.#settings;
  }

  change(changes: Partial<Settings>, draft: Draft): void {
    this.#settings = { ...this.#settings, ...changes };
    draft.put('settings', 'all', this.#settings);
  }
}
