import { createRoot } from 'react-dom/client';
import './style/mantine.css';
import './style/theme.css';
import { startI18n } from './i18n/i18n';
import { resume } from './session/authentication';
import { claimTab } from './session/tab';
import { App } from './shell/App';
import { startWorker } from './worker/start';

// Only a built client has a service worker: under `vite dev` the files change all the time.
function registerWorker(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) void startWorker().catch(() => undefined);
}

const root = document.getElementById('root');
if (!root) throw new Error('no #root');

void resume();
await Promise.all([startI18n(), claimTab()]);
createRoot(root).render(<App />);
registerWorker();
