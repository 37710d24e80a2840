import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { useMe } from '../lib/session.js';
import { isIn, SHORTCUT_AREAS } from '../lib/shortcut-registry.js';
import { useShortcutsNow } from '../lib/shortcuts.js';
import { keep, recallJson } from '../lib/storage.js';
import type { PaletteEntry } from './palette-match.js';

const RECENT = 5;

/** What can be done now, the last used first: the acts of the page, all screens, and what was read last. */
export function usePaletteEntries(opener: Element | null): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const shortcuts = useShortcutsNow();
  const read = useLastRead();
  const { recentIds } = useRecentCommands();
  const inward = SHORTCUT_AREAS.toReversed();
  const acts = shortcuts
    .filter(({ id, isMotion, within }) => {
      const isReachable = !within || isIn(within.current, opener);
      return isReachable && !isMotion && id !== 'everywhere.palette';
    })
    .toSorted((a, b) => inward.indexOf(a.area) - inward.indexOf(b.area))
    .map(({ id, area, keys, words, run }) => ({ id, group: t(`keys.areas.${area}`), words, keys, run }));
  const recent = recentIds.flatMap((id) => {
    const act = acts.find((one) => one.id === id);
    return act ? [{ ...act, group: t('keys.palette.recent') }] : [];
  });
  return [...recent, ...acts, ...read];
}

const recentSchema = z.array(z.string()).max(RECENT).catch([]);

/** Names of acts only: which conversation they were done to is not kept. */
export function useRecentCommands() {
  const key = `answerable:commands:${useMe().id}`;
  const recentIds = recentSchema.parse(recallJson(key) ?? []);
  return {
    recentIds,
    used: (id: string) => keep(key, JSON.stringify([id, ...recentIds.filter((one) => one !== id)].slice(0, RECENT))),
  };
}

const readSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string().nullable(),
  citizen: z.object({ name: z.string() }),
});

/** From memory: gone with the session, like everything else that was read. */
function useLastRead(): PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient()
    .getQueryCache()
    .findAll({ queryKey: ['conversation'] });
  const byTime = queries.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  return byTime.flatMap(({ state }) => {
    const conversation = readSchema.safeParse(state.data).data;
    if (!conversation) return [];
    const { id, reference, title, citizen } = conversation;
    return [
      {
        id: `read.${id}`,
        group: t('keys.palette.read'),
        words: title?.trim() || t('conversation.untitled', { name: citizen.name }),
        detail: reference,
        keys: [],
        run: () => void navigate(`/conversations/${id}`),
      },
    ];
  });
}
