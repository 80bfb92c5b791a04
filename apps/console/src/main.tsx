import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { startLanguage } from './i18n';
import { initialMode } from './theme/theme-provider';
import './theme/theme.css';

document.documentElement.dataset.theme = initialMode();

void startLanguage().then(() => {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
