import { useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { signOut } from '../client/session.js';
import { leaveSession, useCaller } from '../session/session-store.js';
import { changeSettings, useSettings, type Language, type Theme } from '../settings/settings.js';
import { loadLanguage, useSay } from '../words/language.js';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** @throws never: without its words the page stays in the language it has. */
async function changeLanguage(language: Language): Promise<void> {
  await loadLanguage(language).then(
    () => changeSettings({ language }),
    () => undefined,
  );
}

/** Who is signed in, and how they want the desk. */
export function Me(): ReactNode {
  const say = useSay();
  const navigate = useNavigate();
  const { client, role } = useCaller();
  const { theme, language, letterKeys, compact, arabicDigits } = useSettings();
  return (
    <MenuTrigger>
      <Button className="button button-bare frame-me">
        <bdi>{client}</bdi> <span className="soft">{say(`role.${role}`)}</span>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label={say('me')}>
          <MenuItem
            className="menu-item"
            onAction={() => void changeLanguage(language === 'ar' ? 'en' : 'ar')}
          >
            <span lang={language === 'ar' ? 'en' : 'ar'}>{say('language.other')}</span>
          </MenuItem>
          {THEMES.filter((each) => each !== theme).map((each) => (
            <MenuItem
              key={each}
              id={each}
              className="menu-item"
              onAction={() => changeSettings({ theme: each })}
            >
              {say(`theme.${each}`)}
            </MenuItem>
          ))}
          <MenuItem
            className="menu-item"
            onAction={() => changeSettings({ letterKeys: !letterKeys })}
          >
            {say(letterKeys ? 'settings.lettersOff' : 'settings.lettersOn')}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => changeSettings({ compact: !compact })}>
            {say(compact ? 'settings.roomy' : 'settings.compact')}
          </MenuItem>
          {language === 'ar' && (
            <MenuItem
              className="menu-item"
              onAction={() => changeSettings({ arabicDigits: !arabicDigits })}
            >
              {say(arabicDigits ? 'settings.latin' : 'settings.arabic')}
            </MenuItem>
          )}
          <Separator />
          <MenuItem className="menu-item" onAction={() => void navigate({ to: '/account' })}>
            {say('page.account')}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => void signOut().then(leaveSession)}>
            {say('session.out')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
