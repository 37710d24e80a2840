import { useFullscreenDocument } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useShortcuts } from '../../../lib/shortcuts.js';
import classes from './wall.module.css';

/** What can be done here, small: nobody reads it from afar. */
export function WallTools({ turnLook }: { turnLook: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { toggle, fullscreen } = useFullscreenDocument();
  // Refused where a page is not allowed to: then the window stays as it is.
  const fill = () => void toggle().catch(() => undefined);
  const fillWords = t(fullscreen ? 'wall.leaveFullScreen' : 'wall.fullScreen');
  useShortcuts('page', {
    fullScreen: { keys: ['f'], words: fillWords, run: fill },
    look: { keys: ['d'], words: t('wall.look'), run: turnLook },
  });
  useShortcuts('screens', {
    oversight: {
      keys: ['g o'],
      words: t('keys.acts.go', { place: t('oversight.title') }),
      run: () => void navigate('/oversight'),
    },
  });
  return (
    <footer className={classes.tools}>
      <button type="button" onClick={fill}>
        {fillWords} <kbd>F</kbd>
      </button>
      <button type="button" onClick={turnLook}>
        {t('wall.look')} <kbd>D</kbd>
      </button>
      <Link to="/oversight">{t('wall.leave')}</Link>
    </footer>
  );
}
