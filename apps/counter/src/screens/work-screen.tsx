import { type CounterId, type PrintJobId, STEP_RESULTS } from '@motcua/domain';
import type { HubLink, Mirror } from '@motcua/client';
import { classNames, ConnectionBanner, useHubClock, useHubState, useTexts } from '@motcua/ui';
import { ClockNotice, type ClockNoticeProps } from '../room/clock-notice.tsx';
import { useEffect, useRef, useState } from 'react';
import { plainTicket } from '@motcua/protocol';
import { AskDialog } from '../room/ask-dialog.tsx';
import { CommandPad } from '../pad/command-pad.tsx';
import type { CommandRunner } from '../page/command-runner.ts';
import type { PageControls } from '../room/language-choice.tsx';
import { counterView } from './counter-view.ts';
import { CurrentVisitCard } from '../visit/current-visit-card.tsx';
import { RoomDialog } from '../dialogs/room-dialog.tsx';
import { MessageBar } from '../room/message-bar.tsx';
import { allowedOnPage, type CounterCommand } from '../page/page-command.ts';
import { PeoplePanel } from '../room/people-panel.tsx';
import { practiceService } from '../pad/practice.ts';
import { ResultStrip } from '../room/result-strip.tsx';
import { RoomPanel } from '../room/room-panel.tsx';
import { TopBar } from '../room/top-bar.tsx';
import { TrainingBand } from '../room/training-band.tsx';
import { type CounterActions, useCounter } from './use-counter.ts';
import { type OpenTab, useOpenTab } from '../room/use-open-tab.ts';
import { useShortcuts } from '../pad/use-shortcuts.ts';
import styles from './work-screen.module.css';

const css = classNames(styles);

export interface WorkScreenProps {
  readonly hub: HubLink;
  readonly runner: CommandRunner;
  readonly mirror: Mirror;
  readonly counterId: CounterId;
  readonly controls: PageControls;
  readonly onHandOver: (counterId: CounterId, training: boolean) => void;
  readonly askClock?: ClockNoticeProps['ask'];
  /** For tests; pages read the machine's clock. */
  readonly readClock?: () => number;
}

const TAB_OF = {
  'tab-waiting': 'waiting',
  'tab-parked': 'parked',
  'tab-missed': 'missed',
  'tab-elsewhere': 'elsewhere',
} as const;

/** The main screen of a clerk. */
export function WorkScreen(props: WorkScreenProps) {
  const { hub, runner, mirror, counterId, controls, onHandOver, askClock, readClock } = props;
  const t = useTexts();
  const state = useHubState(hub);
  const now = useHubClock(hub, readClock);
  const view = counterView(mirror, counterId, now);
  if (view === null) throw new Error(`Counter ${counterId} is open but not in the settings`);
  const actions = useCounter(hub, runner, view, mirror, now);
  const { settings } = mirror;

  const { result } = actions;
  const codeField = useRef<HTMLInputElement>(null);
  const open = useOpenTab(view, actions);
  const [roomIsOpen, setRoomIsOpen] = useState(false);
  const onPage = allowedOnPage(view, actions.usable, result.served);
  const handOver = () => {
    if (view.current === null) onHandOver(counterId, view.training);
    else actions.leave();
  };
  const showRoom = () => setRoomIsOpen(true);
  const noteCode = () => codeField.current?.focus();
  useWorkKeys({ actions, open, onPage, handOver, showRoom, noteCode, ...controls });
  const helped = (printJobId: PrintJobId) =>
    actions.send({ type: 'resolve-print', printJobId, resolution: 'helped' });
  const waiting = view.waiting.length;
  useEffect(() => {
    document.title = t('counter.tab-title', { waiting, counter: view.counter.number });
  }, [t, waiting, view.counter.number]);

  const offline = state.connection !== 'live';
  return (
    <div className={css('work')} data-offline={offline || undefined}>
      <TopBar
        view={view}
        allowed={actions.allowed}
        usable={actions.usable}
        controls={controls}
        onPress={actions.press}
        onLeave={actions.leave}
        onHandOver={handOver}
      />
      <ClockNotice today={mirror.today} ask={askClock} />
      <ConnectionBanner state={state} />
      {view.training && (
        <TrainingBand
          serviceId={practiceService(mirror, view)}
          usable={actions.usable}
          onIssue={(id) => actions.send({ ...plainTicket(id, controls.language), training: true })}
        />
      )}
      <main className={css('columns')}>
        <div className={css('column')}>
          <CurrentVisitCard view={view} now={now} settings={settings} because={actions.because} />
          <MessageBar
            message={offline ? t('counter.offline-buttons') : actions.message}
            busy={actions.busy}
            undo={actions.undo}
            undone={actions.undone}
            canUndo={actions.allowed.has('undo')}
            onPress={actions.press}
          />
          <ResultStrip question={result} usable={actions.usable} codeField={codeField} />
          <CommandPad
            view={view}
            allowed={actions.allowed}
            busy={actions.busy}
            onPress={actions.press}
          />
        </div>
        <div className={css('column')}>
          <PeoplePanel
            view={view}
            settings={settings}
            now={now}
            usable={actions.usable}
            open={open}
            onAct={actions.act}
          />
          <RoomPanel
            news={view.room}
            zone={settings.site.zone}
            usable={actions.usable}
            offline={offline}
            onHelped={helped}
            onMore={showRoom}
          />
        </div>
      </main>
      <AskDialog view={view} mirror={mirror} actions={actions} />
      {roomIsOpen && (
        <RoomDialog
          news={view.room}
          zone={settings.site.zone}
          usable={actions.usable}
          onHelped={helped}
          onClose={() => setRoomIsOpen(false)}
        />
      )}
    </div>
  );
}

interface WorkKeys extends Pick<PageControls, 'onSignOut'> {
  readonly actions: CounterActions;
  readonly open: OpenTab;
  readonly onPage: ReadonlySet<CounterCommand>;
  readonly handOver: () => void;
  readonly showRoom: () => void;
  readonly noteCode: () => void;
}

/** What each key does here. */
function useWorkKeys(keys: WorkKeys): void {
  const { actions, open, onPage, handOver, showRoom, noteCode, onSignOut } = keys;
  const { takesDigits, record, skip } = actions.result;
  const press = (command: CounterCommand) => {
    switch (command) {
      case 'tab-waiting':
      case 'tab-parked':
      case 'tab-missed':
      case 'tab-elsewhere':
        return onPage.has(command) && open.show(TAB_OF[command]);
      case 'room':
        return onPage.has(command) && showRoom();
      case 'dossier-code':
        return onPage.has(command) && noteCode();
      case 'skip-result':
        return onPage.has(command) && skip();
      case 'hand-over':
        return onPage.has(command) && handOver();
      case 'change-counter':
        return onPage.has(command) && actions.leave();
      case 'sign-out':
        return onSignOut();
      default:
        return actions.press(command);
    }
  };
  useShortcuts(
    new Set<CounterCommand>([...actions.allowed, ...onPage]),
    (intent) => {
      if (intent.type !== 'row') return press(intent.command);
      const result = STEP_RESULTS[intent.place - 1];
      if (!takesDigits) return open.pressRow(intent.place);
      if (result !== undefined && actions.usable) record(result, null);
    },
    takesDigits ? STEP_RESULTS.length : open.rowKeys,
  );
}
