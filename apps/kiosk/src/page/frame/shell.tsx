import { inLanguage, type Instant } from '@motcua/domain';
import { LANGUAGES, type Language } from '@motcua/i18n';
import { formatLongDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { ALargeSmall, ArrowLeft, GraduationCap, Headset, House } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { KioskView } from '../../bridge.ts';
import { Dock, DockProvider } from './dock.tsx';
import { useFittingText } from '../text/fitting-text.ts';
import { OtherWays } from './other-ways.tsx';
import { Press } from '../touch/press.tsx';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';
import { otherWays, type VisibleScreen } from '../flow/visible-screen.ts';

/** Each language by its own name, always at the same place. */
const LANGUAGE_NAMES = {
  vi: 'Tiếng Việt',
  en: 'English',
  de: 'Deutsch',
} as const satisfies Record<Language, string>;

export interface ShellProps {
  readonly view: KioskView | null;
  readonly at: Instant;
  readonly shown: VisibleScreen;
  readonly largeText: boolean;
  readonly dispatch: Dispatch;
  /** A dialog covers the screen and has the keyboard focus. */
  readonly covered: boolean;
  readonly children: ReactNode;
}

export function Shell({ view, at, shown, largeText, dispatch, covered, children }: ShellProps) {
  const t = useTexts();
  const language = useLanguage();
  const main = useRef<HTMLElement>(null);
  const shell = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState<HTMLElement | null>(null);
  const [end, setEnd] = useState<HTMLElement | null>(null);
  const places = useMemo(() => ({ start, end }), [start, end]);
  const first = useRef(true);
  useFittingText(shell);
  const ways = view === null ? null : otherWays(shown, view);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    // Screen readers start at the heading of the new screen.
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [shown.name]);

  return (
    <div className="shell" inert={covered} ref={shell}>
      <header className="head">
        <div className="head-names">
          <p className="head-authority">{view !== null && inLanguage(view.authority, language)}</p>
          <p className="head-centre">{view !== null && inLanguage(view.centre, language)}</p>
        </div>
        {view !== null && (
          <p className="head-clock">
            <strong>{formatTime(at, view.zone)}</strong>
            <span>{formatLongDate(at, view.zone, language)}</span>
          </p>
        )}
        <fieldset className="head-tools" aria-label={t('kiosk.language')}>
          {LANGUAGES.map((each) => (
            <Press
              key={each}
              className="tool"
              id={`language-${each}`}
              lang={each}
              pressed={each === language}
              onPress={() => dispatch({ type: 'set-language', language: each })}
            >
              {LANGUAGE_NAMES[each]}
            </Press>
          ))}
          <Press
            className="tool tool-text"
            id="large-text"
            pressed={largeText}
            onPress={() => dispatch({ type: 'set-large-text', on: !largeText })}
          >
            <ALargeSmall aria-hidden="true" />
            {t('kiosk.large-text')}
          </Press>
        </fieldset>
        {view?.training === true && (
          <p className="training-band">
            <GraduationCap aria-hidden="true" />
            {t('kiosk.training')}
          </p>
        )}
      </header>
      <DockProvider value={places}>
        <main ref={main} className="screen" data-screen={shown.name} key={shown.name}>
          {children}
        </main>
        {ways !== null && <OtherWays {...ways} dispatch={dispatch} />}
        {LEADS_BACK.has(shown.name) && (
          <Dock side="start">
            <Press className="action" id="back" onPress={() => dispatch({ type: 'back' })}>
              <ArrowLeft aria-hidden="true" />
              {t('common.back')}
            </Press>
            <Press
              className="action"
              id="start-over"
              onPress={() => dispatch({ type: 'start-over' })}
            >
              <House aria-hidden="true" />
              {t('kiosk.start-over')}
            </Press>
          </Dock>
        )}
      </DockProvider>
      <footer className="foot">
        <div className="dock dock-start" ref={setStart} />
        <p className="foot-help">
          <Headset aria-hidden="true" />
          {t('kiosk.help')}
        </p>
        <div className="dock dock-end" ref={setEnd} />
      </footer>
    </div>
  );
}

const LEADS_BACK: ReadonlySet<VisibleScreen['name']> = new Set([
  'services',
  'confirm',
  'priority',
  'options',
  'needs',
  'party',
  'more-groups',
  'more-services',
  'number',
  'place',
  'booking',
  'booked',
]);
