import '@motcua/ui/older-browsers';
import { connectToHub, createAccount, linkTokenIn, moveToStandby } from '@motcua/client';
import '@motcua/ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AdminApp } from './admin-app.tsx';
import './frame/elements.css';
import { createHubApi } from './hub-api/hub-api.ts';

const linkToken = linkTokenIn(location.hash);
// A one-time secret must not stay in the address bar or the history.
if (linkToken !== null) history.replaceState(null, '', location.pathname + location.search);

const hub = connectToHub({ url: location.origin, role: 'admin', deviceToken: null });
moveToStandby({
  hub,
  origin: location.origin,
  storage: localStorage,
  go: (origin) => location.replace(origin + location.pathname + location.search),
});
const account = createAccount(location.origin, hub.retry);
const api = createHubApi(location.origin);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <AdminApp hub={hub} account={account} api={api} linkToken={linkToken} storage={localStorage} />
  </StrictMode>,
);
