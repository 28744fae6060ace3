import '@motcua/ui/older-browsers';
import { connectToHub, createAccount, linkTokenIn, moveToStandby } from '@motcua/client';
import '@motcua/ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CounterApp } from './counter-app.tsx';

const token = linkTokenIn(location.hash);
// A one-time secret must not stay in the address bar or the history.
if (token !== null) history.replaceState(null, '', location.pathname + location.search);

const hub = connectToHub({ url: location.origin, role: 'counter', deviceToken: null });
moveToStandby({
  hub,
  origin: location.origin,
  storage: localStorage,
  go: (origin) => location.replace(origin + location.pathname + location.search),
});
const account = createAccount(location.origin, hub.retry);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <CounterApp hub={hub} account={account} linkToken={token} storage={localStorage} />
  </StrictMode>,
);
