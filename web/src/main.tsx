import { createRoot } from 'react-dom/client';
import './style/mantine.css';
import './style/theme.css';
import { startI18n } from './i18n/i18n';
import { resume } from './session/authentication';
import { App } from './shell/App';
import { registerWorker } from './worker/registration';

const root = document.getElementById('root');
if (!root) throw new Error('no #root');

void resume();
await startI18n();
createRoot(root).render(<App />);
registerWorker();
