import type { Account, HubLink, HubState, Mirror } from '@motcua/client';
import type { Person } from '@motcua/domain';
import { toLanguage } from '@motcua/i18n';
import {
  Button,
  ChoosePasswordDialog,
  classNames,
  ConnectionBanner,
  ErrorBoundary,
  LanguageProvider,
  OwnAccountDialog,
  useHubState,
  useTexts,
} from '@motcua/ui';
import { useState } from 'react';
import { ChooseCounterScreen } from './screens/choose-counter-screen.tsx';
import type { ClockNoticeProps } from './room/clock-notice.tsx';
import { createCommandRunner } from './page/command-runner.ts';
import { FloorScreen } from './floor/floor-screen.tsx';
import { pagePhase, type PagePhase } from './page/page-phase.ts';
import { useHandOver } from './room/hand-over.ts';
import type { PageControls } from './room/language-choice.tsx';
import { SignInScreen } from './screens/sign-in-screen.tsx';
import { WorkScreen } from './screens/work-screen.tsx';
import styles from './counter-app.module.css';

const css = classNames(styles);

export interface CounterAppProps {
  readonly hub: HubLink;
  readonly account: Account;
  readonly linkToken: string | null;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

const LANGUAGE_KEY = 'motcua.counter.language';

export function CounterApp({ hub, account, linkToken, storage }: CounterAppProps) {
  const [language, setLanguage] = useState(() => toLanguage(storage.getItem(LANGUAGE_KEY) ?? 'vi'));
  const [accountOpen, setAccountOpen] = useState(false);
  const controls: PageControls = {
    language,
    onLanguage: (chosen) => {
      storage.setItem(LANGUAGE_KEY, chosen);
      setLanguage(chosen);
    },
    onSignOut: () => void account.signOut(),
    onAccount: () => setAccountOpen(true),
  };
  return (
    <LanguageProvider language={language}>
      <ErrorBoundary onFault={(fault) => console.error(fault)}>
        <CounterScreens hub={hub} account={account} linkToken={linkToken} controls={controls} />
        <OwnAccountDialog
          account={account}
          isOpen={accountOpen}
          onClose={() => setAccountOpen(false)}
        />
      </ErrorBoundary>
    </LanguageProvider>
  );
}

interface CounterScreensProps extends Pick<CounterAppProps, 'hub' | 'account' | 'linkToken'> {
  readonly controls: PageControls;
  /** For tests; the pages ask the hub. */
  readonly askClock?: ClockNoticeProps['ask'];
  readonly askBackups?: ClockNoticeProps['ask'];
}

/** Chooses the screen from the hub's state; without a router, because the hub decides. */
export function CounterScreens(props: CounterScreensProps) {
  const { hub, account, linkToken, controls, askClock, askBackups } = props;
  const state = useHubState(hub);
  const phase = pagePhase(state);
  // Shared by all screens, so that an action can still be undone on the next screen.
  const [runner] = useState(() => createCommandRunner(hub));
  const [onFloor, setOnFloor] = useState(false);
  const [cameByLink, setCameByLink] = useState(false);
  // A link that was tried is of no use to the next person who signs in.
  const [link, setLink] = useState(linkToken);
  const handOver = useHandOver(hub, runner, controls.onSignOut);
  const [entrance] = useState<Account>(() => ({
    ...account,
    signInByLink: async (token) => {
      const no = await account.signInByLink(token);
      setCameByLink(no === null);
      if (no === null) setLink(null);
      return no;
    },
  }));
  // The next person who signs in may be a clerk.
  const onSignOut = () => {
    setOnFloor(false);
    controls.onSignOut();
  };

  switch (phase.type) {
    case 'sign-in':
      return <SignInScreen account={entrance} linkToken={link} controls={controls} />;
    case 'choose':
    case 'work':
      return (
        <>
          {roomScreen(phase)}
          {cameByLink && (
            <ChoosePasswordDialog
              account={account}
              me={meIn(phase.mirror)}
              isOpen
              onClose={() => setCameByLink(false)}
            />
          )}
        </>
      );
    case 'connecting':
    case 'turned-away':
      return <Waiting state={state} controls={controls} />;
  }

  function roomScreen(at: Extract<PagePhase, { type: 'choose' | 'work' }>) {
    const { mirror } = at;
    const shared = { hub, runner, mirror, controls: { ...controls, onSignOut }, askClock };
    if (at.type === 'work')
      return (
        <WorkScreen key={at.counterId} {...shared} counterId={at.counterId} onHandOver={handOver} />
      );
    // A guide has no counter to choose.
    if (isGuideHere(mirror)) return <FloorScreen {...shared} onLeave={null} />;
    return onFloor ? (
      <FloorScreen {...shared} onLeave={() => setOnFloor(false)} />
    ) : (
      <ChooseCounterScreen {...shared} onFloor={() => setOnFloor(true)} askBackups={askBackups} />
    );
  }
}

function Waiting({
  state,
  controls,
}: {
  readonly state: HubState;
  readonly controls: PageControls;
}) {
  const t = useTexts();
  return (
    <main className={css('waiting')}>
      <h1 className="visually-hidden">motcua</h1>
      <ConnectionBanner state={state} />
      {state.turnedAway === 'role-not-allowed' && (
        <Button onPress={controls.onSignOut}>{t('common.sign-out')}</Button>
      )}
    </main>
  );
}

function meIn({ people, personId }: Mirror): Pick<Person, 'login' | 'name'> {
  const me = personId === null ? undefined : people.get(personId);
  return me ?? { login: '', name: '' };
}

function isGuideHere({ people, personId }: Mirror): boolean {
  return personId !== null && people.get(personId)?.role === 'guide';
}
