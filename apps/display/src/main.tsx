import '@motcua/ui/older-browsers';
import { connectToHub, moveToStandby, type HubConnection } from '@motcua/client';
import { LANGUAGES, texts } from '@motcua/i18n';
import { ErrorBoundary, LanguageProvider } from '@motcua/ui';
import '@motcua/ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startAnnouncer, startSilence, type Announcer } from './announcer/announcer.ts';
import { createAudioPlayer } from './announcer/audio-player.ts';
import './display.css';
import { DisplayPage } from './page/display-page.tsx';
import { keepAwake } from './device/keep-awake.ts';
import { takeUrlToken, withToken } from './device/url-token.ts';
import { browserTokenStore, type TokenStore } from './device/token-store.ts';
import { useDevicePairing } from './device/use-device-pairing.ts';

/** A page older than the hub loads the hub's version. */
const RELOAD_AFTER_MS = 20_000;

const params = new URLSearchParams(location.search);
const name = params.get('name') ?? texts('vi')('display.device-name');
const tokens = browserTokenStore();
// After a failover the page comes from another origin, without access to the old storage: the token
// is passed in the address.
const brought = takeUrlToken(location.hash);
if (brought !== null) {
  tokens.write(brought);
  history.replaceState(null, '', location.pathname + location.search);
}
const hub = connectToHub({
  url: location.origin,
  role: 'display',
  deviceToken: tokens.read,
  vitals: () => ({ version: null, freeBytes: null }),
});
const announcer = params.get('sound') === 'off' ? startSilence(hub) : startVoice();

moveToStandby({
  hub,
  origin: location.origin,
  storage: localStorage,
  go: (origin) =>
    location.replace(origin + location.pathname + location.search + withToken(tokens.read())),
});
keepAwake();
reloadWhenOutdated();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider language="vi">
      <ErrorBoundary reloadAfterMs={RELOAD_AFTER_MS} onFault={(fault) => console.error(fault)}>
        <App hub={hub} announcer={announcer} tokens={tokens} />
      </ErrorBoundary>
    </LanguageProvider>
  </StrictMode>,
);

interface AppProps {
  readonly hub: HubConnection;
  readonly announcer: Announcer;
  readonly tokens: TokenStore;
}

function App(props: AppProps) {
  const pairing = useDevicePairing(props.hub, props.tokens, name);
  return <DisplayPage hub={props.hub} announcer={props.announcer} pairing={pairing} />;
}

function startVoice(): Announcer {
  const player = createAudioPlayer();
  player.unblock();
  // Any touch or key allows sound, not only the button.
  for (const gesture of ['pointerdown', 'keydown']) {
    addEventListener(gesture, player.unblock, { capture: true });
  }
  void preload(player.clips.preload);
  return startAnnouncer(hub, player);
}

async function preload(load: (language: string) => Promise<void>): Promise<void> {
  for (const language of LANGUAGES) await load(language);
}

function reloadWhenOutdated(): void {
  let reloading = false;
  hub.subscribe(() => {
    if (reloading || hub.getState().turnedAway !== 'protocol-mismatch') return;
    reloading = true;
    setTimeout(() => location.reload(), RELOAD_AFTER_MS);
  });
}
