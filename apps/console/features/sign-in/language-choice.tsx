import { Anchor, Group } from '@mantine/core';
import { speak, useLanguage } from '../../lib/i18n.js';
import { HTML_LANG, LANGUAGE_NAMES, LANGUAGES } from '../../lib/languages.js';

export function LanguageChoice() {
  const current = useLanguage();
  return (
    <Group gap="md">
      {LANGUAGES.map((language) => (
        <Anchor
          key={language}
          component="button"
          type="button"
          size="sm"
          underline="always"
          lang={HTML_LANG[language]}
          aria-pressed={language === current}
          fw={language === current ? 700 : undefined}
          onClick={() => void speak(language)}
        >
          {LANGUAGE_NAMES[language]}
        </Anchor>
      ))}
    </Group>
  );
}
