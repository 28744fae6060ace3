import '@motcua/ui/older-browsers';
import { ErrorBoundary } from '@motcua/ui';
import '@motcua/ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SECRET_META } from '../bridge.ts';
import { connectToService } from './connect-to-service.ts';
import { blockGestures } from './touch/block-gestures.ts';
import { Kiosk } from './frame/kiosk.tsx';

const secret = document.querySelector<HTMLMetaElement>(`meta[name="${SECRET_META}"]`)?.content;
const place = document.getElementById('kiosk');
if (place === null) throw new Error('The page has no place for the kiosk');

// A restarted service serves a new page as well; the delay prevents a reload loop.
const link = connectToService(secret ?? '', () => setTimeout(() => location.reload(), 1_000));
blockGestures(document);
createRoot(place).render(
  <StrictMode>
    <ErrorBoundary reloadAfterMs={10_000}>
      <Kiosk link={link} />
    </ErrorBoundary>
  </StrictMode>,
);
