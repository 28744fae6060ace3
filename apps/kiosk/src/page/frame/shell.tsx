import type { Instant } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { ArrowLeft, House } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { KioskView } from '../../bridge.ts';
import { Dock, DockProvider } from './dock.tsx';
import { Foot } from './foot.tsx';
import { Head } from './head.tsx';
import { useFittingText } from '../text/fitting-text.ts';
import { OtherWays } from './other-ways.tsx';
import { Action } from '../touch/action.tsx';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';
import { otherWays, type VisibleScreen } from '../flow/visible-screen.ts';
import styles from './shell.module.css';

const css = classNames(styles);

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
    <div className={css('shell')} data-part="shell" inert={covered} ref={shell}>
      <Head {...{ view, at, largeText, dispatch }} />
      <DockProvider value={places}>
        <main
          ref={main}
          className={css('screen')}
          data-screen={shown.name}
          data-fits
          key={shown.name}
        >
          {children}
        </main>
        {ways !== null && <OtherWays {...ways} dispatch={dispatch} />}
        {LEADS_BACK.has(shown.name) && (
          <Dock side="start">
            <Action id="back" onPress={() => dispatch({ type: 'back' })}>
              <ArrowLeft aria-hidden="true" />
              {t('common.back')}
            </Action>
            <Action id="start-over" onPress={() => dispatch({ type: 'start-over' })}>
              <House aria-hidden="true" />
              {t('kiosk.start-over')}
            </Action>
          </Dock>
        )}
      </DockProvider>
      <Foot onStart={setStart} onEnd={setEnd} />
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
