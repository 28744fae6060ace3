import type { Account, HubLink, Mirror } from '@motcua/client';
import { toLanguage } from '@motcua/i18n';
import {
  Button,
  classNames,
  ConnectionBanner,
  ErrorBoundary,
  LanguageProvider,
  useHubState,
  useTexts,
} from '@motcua/ui';
import { useState } from 'react';
import { UnsavedGuard } from './forms/unsaved.tsx';
import { adminPhase } from './frame/admin-phase.ts';
import { AdminFrame } from './frame/admin-frame.tsx';
import { SignInDialog, SignInScreen } from './frame/sign-in-screen.tsx';
import type { LanguageControl } from './frame/page-props.ts';
import type { HubApi } from './hub-api/hub-api.ts';
import styles from './admin-app.module.css';

const css = classNames(styles);

export interface AdminAppProps {
  readonly hub: HubLink;
  readonly account: Account;
  readonly api: HubApi;
  readonly linkToken: string | null;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

const LANGUAGE_KEY = 'motcua.admin.language';

export function AdminApp({ storage, ...props }: AdminAppProps) {
  const [language, setLanguage] = useState(() => toLanguage(storage.getItem(LANGUAGE_KEY) ?? 'vi'));
  const control: LanguageControl = {
    language,
    onLanguage: (chosen) => {
      storage.setItem(LANGUAGE_KEY, chosen);
      setLanguage(chosen);
    },
  };
  return (
    <LanguageProvider language={language}>
      <ErrorBoundary onFault={(fault) => console.error(fault)}>
        <UnsavedGuard>
          <AdminScreens {...props} control={control} />
        </UnsavedGuard>
      </ErrorBoundary>
    </LanguageProvider>
  );
}

export interface AdminScreensProps extends Omit<AdminAppProps, 'storage'> {
  readonly control: LanguageControl;
}

/** One screen for each state of the sign-in. A session that ends keeps the page, so that nothing typed is lost. */
export function AdminScreens({ hub, account, api, linkToken, control }: AdminScreensProps) {
  const t = useTexts();
  const state = useHubState(hub);
  const [left, setLeft] = useState<Mirror | null>(null);
  const [cameByLink, setCameByLink] = useState(false);
  // A link that was tried is useless to the person who signs in after that.
  const [link, setLink] = useState(linkToken);
  const phase = adminPhase(state, left);

  const entrance: Account = {
    ...account,
    signInByLink: async (token) => {
      const no = await account.signInByLink(token);
      setCameByLink(no === null);
      if (no === null) setLink(null);
      return no;
    },
    signOut: async () => {
      const no = await account.signOut();
      if (no === null) setLeft(hub.getState().mirror);
      setCameByLink(false);
      return no;
    },
  };

  switch (phase.type) {
    case 'sign-in':
      return <SignInScreen account={entrance} linkToken={link} control={control} />;
    case 'in':
      return (
        <>
          <AdminFrame
            hub={hub}
            state={state}
            mirror={phase.mirror}
            me={phase.me}
            api={api}
            account={entrance}
            control={control}
            cameByLink={cameByLink}
            onLinkSettled={() => setCameByLink(false)}
          />
          <SignInDialog account={entrance} isOpen={phase.sessionEnded} />
        </>
      );
    default:
      return (
        <main className={css('waiting')}>
          <ConnectionBanner state={state} />
          {phase.type === 'turned-away' && (
            <Button onPress={() => void entrance.signOut()}>{t('common.sign-out')}</Button>
          )}
        </main>
      );
  }
}
