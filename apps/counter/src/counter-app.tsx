import type { HubLink } from '@motcua/client';
import { type Language, toLanguage } from '@motcua/i18n';
import { ConnectionBanner, ErrorBoundary, LanguageProvider, useHubState } from '@motcua/ui';
import { useState } from 'react';
import type { Account } from './account.ts';
import { ChooseCounterScreen } from './choose-counter-screen.tsx';
import { createCommander } from './commander.ts';
import { FloorScreen } from './floor/floor-screen.tsx';
import { pagePhase } from './page-phase.ts';
import { SignInScreen } from './sign-in-screen.tsx';
import { WorkScreen } from './work-screen.tsx';

export interface CounterAppProps {
  readonly hub: HubLink;
  readonly account: Account;
  readonly linkToken: string | null;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

export interface PageControls {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
}

const LANGUAGE_KEY = 'motcua.counter.language';

export function CounterApp({ hub, account, linkToken, storage }: CounterAppProps) {
  const [language, setLanguage] = useState(() => toLanguage(storage.getItem(LANGUAGE_KEY) ?? 'vi'));
  const controls: PageControls = {
    language,
    onLanguage: (chosen) => {
      storage.setItem(LANGUAGE_KEY, chosen);
      setLanguage(chosen);
    },
    onSignOut: () => void account.signOut(),
  };
  return (
    <LanguageProvider language={language}>
      <ErrorBoundary onFault={(fault) => console.error(fault)}>
        <CounterScreens hub={hub} account={account} linkToken={linkToken} controls={controls} />
      </ErrorBoundary>
    </LanguageProvider>
  );
}

interface CounterScreensProps extends Pick<CounterAppProps, 'hub' | 'account' | 'linkToken'> {
  readonly controls: PageControls;
}

/** One screen for what the hub says of us; no router, because the truth is in the hub. */
export function CounterScreens({ hub, account, linkToken, controls }: CounterScreensProps) {
  const state = useHubState(hub);
  const phase = pagePhase(state);
  // One for all screens: what a screen did last can still be taken back on the next.
  const [commander] = useState(() => createCommander(hub));
  const [onFloor, setOnFloor] = useState(false);
  switch (phase.type) {
    case 'sign-in':
      return <SignInScreen account={account} linkToken={linkToken} controls={controls} />;
    case 'choose':
      return onFloor ? (
        <FloorScreen
          hub={hub}
          commander={commander}
          mirror={phase.mirror}
          controls={{
            ...controls,
            // Whoever signs in next may be a clerk.
            onSignOut: () => {
              setOnFloor(false);
              controls.onSignOut();
            },
          }}
          onLeave={() => setOnFloor(false)}
        />
      ) : (
        <ChooseCounterScreen
          hub={hub}
          commander={commander}
          mirror={phase.mirror}
          controls={controls}
          onFloor={() => setOnFloor(true)}
        />
      );
    case 'work':
      return (
        <WorkScreen
          key={phase.counterId}
          hub={hub}
          commander={commander}
          mirror={phase.mirror}
          counterId={phase.counterId}
          controls={controls}
        />
      );
    case 'connecting':
    case 'turned-away':
      return (
        <main className="waiting-for-hub">
          <ConnectionBanner state={state} />
        </main>
      );
  }
}
