import type { PrintJobId } from '@motcua/domain';
import type { HubLink, Mirror } from '@motcua/client';
import { Button, ConnectionBanner, useHubClock, useHubState, useTexts } from '@motcua/ui';
import { ClockNotice, type ClockNoticeProps } from '../room/clock-notice.tsx';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CommandRunner } from '../page/command-runner.ts';
import { LanguageChoice, type PageControls } from '../room/language-choice.tsx';
import { MessageBar } from '../room/message-bar.tsx';
import { useUndoKey } from '../pad/use-shortcuts.ts';
import { OwnAccountButton } from '../room/own-account-button.tsx';
import { RoomDialog } from '../dialogs/room-dialog.tsx';
import { roomNews } from '../room/room-alerts.ts';
import { RoomPanel } from '../room/room-panel.tsx';
import { VisitDialog } from '../visit/visit-dialog.tsx';
import { BookingsPanel } from './bookings-panel.tsx';
import { FindPanel } from './find-panel.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { KiosksPanel } from './kiosks-panel.tsx';
import { useFloor } from './use-floor.ts';

export interface FloorScreenProps {
  readonly hub: HubLink;
  readonly commander: CommandRunner;
  readonly mirror: Mirror;
  readonly controls: PageControls;
  /** Null: there is no counter to go to. */
  readonly onLeave: (() => void) | null;
  /** Whether the hub's clock is in doubt; default: asks the hub that served the page. */
  readonly askClock?: ClockNoticeProps['ask'];
}

const TABS = ['issue', 'find', 'bookings', 'kiosks'] as const;

/** The screen of a guide, who stands among the visitors and has no counter. */
export function FloorScreen({
  hub,
  commander,
  mirror,
  controls,
  onLeave,
  askClock,
}: FloorScreenProps) {
  const t = useTexts();
  const state = useHubState(hub);
  const now = useHubClock(hub);
  const desk = useFloor(hub, commander, mirror, now);
  useUndoKey(desk.undo !== null && desk.usable, desk.takeBack);
  const name = mirror.personId === null ? '' : (mirror.people.get(mirror.personId)?.name ?? '');
  const [roomIsOpen, setRoomIsOpen] = useState(false);
  const news = roomNews(mirror, now);
  const { zone } = mirror.settings.site;
  const helped = (printJobId: PrintJobId) =>
    desk.send({ type: 'resolve-print', printJobId, resolution: 'helped' });

  return (
    <div className="floor">
      <header className="top-bar">
        <h1 className="top-bar-title">{t('counter.floor-title')}</h1>
        <OwnAccountButton name={name} onPress={controls.onAccount} />
        <div className="top-bar-tools">
          <LanguageChoice {...controls} />
          {onLeave !== null && (
            <Button variant="quiet" onPress={onLeave}>
              {t('counter.choose-title')}
            </Button>
          )}
          <Button variant="quiet" onPress={controls.onSignOut}>
            {t('common.sign-out')}
          </Button>
        </div>
      </header>
      <ClockNotice today={mirror.today} ask={askClock} />
      <ConnectionBanner state={state} />
      <main className="floor-main">
        <MessageBar
          message={desk.message}
          busy={desk.busy}
          undo={desk.undo}
          undone={desk.undone}
          canUndo={desk.usable}
          onPress={desk.takeBack}
        />
        {news.alerts.length > 0 && (
          <RoomPanel
            // Healthy equipment and the kiosks' paper are shown elsewhere, to save space on a phone.
            news={{ ...news, known: [] }}
            zone={zone}
            usable={desk.usable}
            stale={state.connection !== 'live'}
            shortcut={null}
            onHelped={helped}
            onMore={() => setRoomIsOpen(true)}
          />
        )}
        <Tabs
          className="floor-tabs"
          aria-label={t('counter.floor-title')}
          onSelectionChange={desk.settle}
        >
          <TabList className="people-tabs" aria-label={t('counter.floor-title')}>
            {TABS.map((tab) => (
              <Tab key={tab} id={tab} className="people-tab">
                {t(`counter.floor-${tab}`)}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="issue" className="floor-panel">
            <IssuePanel mirror={mirror} desk={desk} />
          </TabPanel>
          <TabPanel id="find" className="floor-panel">
            <FindPanel mirror={mirror} desk={desk} now={now} />
          </TabPanel>
          <TabPanel id="bookings" className="floor-panel">
            <BookingsPanel mirror={mirror} desk={desk} now={now} />
          </TabPanel>
          <TabPanel id="kiosks" className="floor-panel">
            <KiosksPanel mirror={mirror} desk={desk} now={now} />
          </TabPanel>
        </Tabs>
      </main>
      {roomIsOpen && (
        <RoomDialog
          news={news}
          zone={zone}
          usable={desk.usable}
          onHelped={helped}
          onClose={() => setRoomIsOpen(false)}
        />
      )}
      {desk.ask !== null && (
        <VisitDialog ask={desk.ask} mirror={mirror} counterId={null} desk={desk} />
      )}
    </div>
  );
}
