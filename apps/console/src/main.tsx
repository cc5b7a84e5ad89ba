import './looks/fonts.css';
import './looks/tokens.css';
import './looks/controls.css';
import { createRoot } from 'react-dom/client';
import { Desk } from './desk.js';
import { settingsNow } from './settings/settings.js';
import { loadLanguage } from './words/language.js';

const place = document.getElementById('desk');
if (place) {
  const show = (): void => createRoot(place).render(<Desk />);
  // Without its words the desk is shown in English.
  void loadLanguage(settingsNow().language).then(show, show);
}
