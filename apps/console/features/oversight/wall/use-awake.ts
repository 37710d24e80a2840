import { useEffect } from 'react';

/** Keeps the screen from going dark, where the browser lets a page ask for that. Lost when the window is hidden: asked again then. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      // Refused on battery or by a policy: the wall works without.
      lock = await navigator.wakeLock.request('screen').catch(() => null);
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}
