import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.js';
import { startLanguage } from './lib/i18n.js';

// zod would otherwise try `new Function`, which the content security policy refuses and reports.
z.config({ jitless: true });

await startLanguage();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
