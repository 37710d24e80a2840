import { useEffect } from 'react';
import { order } from '../../lib/http.js';
import { useLanguage } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import { keep, recall } from '../../lib/storage.js';

/** Mails are written in the language of the console that was used last. Told once per change. */
export function useTellLanguage(): void {
  const language = useLanguage();
  const { id } = useMe();
  useEffect(() => {
    const key = `answerable:told-language:${id}`;
    if (recall(key) === language) return;
    const tell = order({ method: 'PUT', path: '/me/language', body: { language } });
    // Untold it stays as it was; the next start tells again.
    void tell.then(() => keep(key, language)).catch(() => undefined);
  }, [language, id]);
}
