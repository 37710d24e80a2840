import { useEffect, useEffectEvent, useState } from 'react';
import { type Doing, ON_CONVERSATION_BEAT_SECONDS } from '#contracts/realtime.js';
import { useLiveFeed, useLiveState } from '../../lib/live-context.js';

/** Words that were typed this long ago are a draft, not writing. */
const WRITING_MS = 45_000;
const AWAY_MS = 3 * 60_000;
const ACTIVITY = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const;

/**
 * Tells colleagues that this conversation is open here, and what is done in it. Call `wrote` at each keystroke. Who may
 * not answer (any more) is in nobody's way, however lately they wrote.
 */
export function usePresence(conversationId: string, { mayWrite }: { mayWrite: boolean }): { wrote: () => void } {
  const feed = useLiveFeed();
  const { status } = useLiveState();
  const [times] = useState(() => ({ active: Date.now(), wrote: Number.NEGATIVE_INFINITY }));
  const [said] = useState<{ doing: Doing | null }>({ doing: null });
  const doing = () => doingNow({ ...times, wrote: mayWrite ? times.wrote : Number.NEGATIVE_INFINITY });
  const say = useEffectEvent(() => {
    said.doing = doing();
    feed.say({ conversationId, doing: said.doing });
  });
  const sayIfNew = useEffectEvent(() => {
    if (doing() !== said.doing) say();
  });
  useEffect(() => {
    if (status !== 'live') return;
    say();
    const timer = setInterval(() => say(), ON_CONVERSATION_BEAT_SECONDS * 1_000);
    return () => {
      clearInterval(timer);
      feed.say({ conversationId: null, doing: 'idle' });
    };
  }, [status, feed]);
  useEffect(() => {
    if (!mayWrite && said.doing !== null) sayIfNew();
  }, [mayWrite, said]);
  useEffect(() => {
    const onActivity = () => {
      times.active = Date.now();
      sayIfNew();
    };
    const onVisibility = () => sayIfNew();
    for (const type of ACTIVITY) globalThis.addEventListener(type, onActivity, { passive: true, capture: true });
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      for (const type of ACTIVITY) globalThis.removeEventListener(type, onActivity, { capture: true });
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [times]);
  return {
    wrote: () => {
      times.wrote = Date.now();
      sayIfNew();
    },
  };
}

function doingNow({ active, wrote }: { active: number; wrote: number }): Doing {
  const now = Date.now();
  if (document.visibilityState === 'hidden' || now - active > AWAY_MS) return 'idle';
  return now - wrote < WRITING_MS ? 'drafting' : 'viewing';
}
