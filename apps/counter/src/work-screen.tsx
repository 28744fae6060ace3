import type { CounterId } from '@motcua/domain';
import type { HubLink, Mirror } from '@motcua/client';
import { ConnectionBanner, useHubClock, useHubState, useTexts } from '@motcua/ui';
import { useEffect } from 'react';
import { plainTicket } from '@motcua/protocol';
import { AskDialog } from './ask-dialog.tsx';
import { CommandPad } from './command-pad.tsx';
import type { Commander } from './commander.ts';
import type { PageControls } from './counter-app.tsx';
import { counterView } from './counter-view.ts';
import { CurrentVisitCard } from './current-visit-card.tsx';
import { MessageBar } from './message-bar.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { practiceService } from './practice.ts';
import { RoomPanel } from './room-panel.tsx';
import { TopBar } from './top-bar.tsx';
import { TrainingBand } from './training-band.tsx';
import { useCounterDesk } from './use-counter-desk.ts';
import { useShortcuts } from './use-shortcuts.ts';

export interface WorkScreenProps {
  readonly hub: HubLink;
  readonly commander: Commander;
  readonly mirror: Mirror;
  readonly counterId: CounterId;
  readonly controls: PageControls;
  readonly onHandOver: (counterId: CounterId, training: boolean) => void;
  /** For tests; pages read the machine's clock. */
  readonly readClock?: () => number;
}

/** The place where a clerk spends the day. */
export function WorkScreen(props: WorkScreenProps) {
  const { hub, commander, mirror, counterId, controls, onHandOver, readClock } = props;
  const t = useTexts();
  const state = useHubState(hub);
  const now = useHubClock(hub, readClock);
  const view = counterView(mirror, counterId, now);
  if (view === null) throw new Error(`Counter ${counterId} is open but not in the settings`);
  const desk = useCounterDesk(hub, commander, view, mirror, now);
  const { settings } = mirror;

  useShortcuts(desk.allowed, ({ command }) => desk.press(command));
  const waiting = view.waiting.length;
  useEffect(() => {
    document.title = t('counter.tab-title', { waiting, counter: view.counter.number });
  }, [t, waiting, view.counter.number]);

  const offline = state.connection !== 'live';
  return (
    <div className="work" data-offline={offline || undefined}>
      <TopBar
        view={view}
        allowed={desk.allowed}
        usable={desk.usable}
        controls={controls}
        onPress={desk.press}
        onLeave={desk.leave}
        onHandOver={() => {
          if (view.current === null) onHandOver(counterId, view.training);
          else desk.leave();
        }}
      />
      <ConnectionBanner state={state} />
      {view.training && (
        <TrainingBand
          serviceId={practiceService(mirror, view)}
          usable={desk.usable}
          onIssue={(id) => desk.send({ ...plainTicket(id, controls.language), training: true })}
        />
      )}
      <main className="desk">
        <div className="desk-hands">
          <CurrentVisitCard view={view} now={now} settings={settings} because={desk.because} />
          <MessageBar
            message={offline ? t('counter.offline-buttons') : desk.message}
            busy={desk.busy}
            undo={desk.undo}
            canUndo={desk.allowed.has('undo')}
            onPress={desk.press}
          />
          <CommandPad view={view} allowed={desk.allowed} busy={desk.busy} onPress={desk.press} />
        </div>
        <div className="desk-room">
          <PeoplePanel
            view={view}
            settings={settings}
            now={now}
            usable={desk.usable}
            onAct={desk.act}
          />
          <RoomPanel alerts={view.alerts} />
        </div>
      </main>
      <AskDialog view={view} mirror={mirror} desk={desk} />
    </div>
  );
}
