import type { PrintJobId } from '@motcua/domain';
import type { HubLink, Mirror } from '@motcua/client';
import {
  Button,
  classNames,
  ConnectionBanner,
  useHubClock,
  useHubState,
  useTexts,
} from '@motcua/ui';
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
import { TopBarFrame } from '../room/top-bar-frame.tsx';
import peoplePanelStyles from '../room/people-panel.module.css';
import styles from './floor-screen.module.css';

const peoplePanel = classNames(peoplePanelStyles);
const css = classNames(styles);

export interface FloorScreenProps {
  readonly hub: HubLink;
  readonly runner: CommandRunner;
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
  runner,
  mirror,
  controls,
  onLeave,
  askClock,
}: FloorScreenProps) {
  const t = useTexts();
  const state = useHubState(hub);
  const now = useHubClock(hub);
  const actions = useFloor(hub, runner, mirror, now);
  useUndoKey(actions.undo !== null && actions.usable, actions.takeBack);
  const name = mirror.personId === null ? '' : (mirror.people.get(mirror.personId)?.name ?? '');
  const [roomIsOpen, setRoomIsOpen] = useState(false);
  const news = roomNews(mirror, now);
  const { zone } = mirror.settings.site;
  const helped = (printJobId: PrintJobId) =>
    actions.send({ type: 'resolve-print', printJobId, resolution: 'helped' });

  return (
    <div className={css('floor')} data-part="floor">
      <TopBarFrame
        title={t('counter.floor-title')}
        account={<OwnAccountButton name={name} onPress={controls.onAccount} />}
      >
        <LanguageChoice {...controls} />
        {onLeave !== null && (
          <Button variant="quiet" onPress={onLeave}>
            {t('counter.choose-title')}
          </Button>
        )}
        <Button variant="quiet" onPress={controls.onSignOut}>
          {t('common.sign-out')}
        </Button>
      </TopBarFrame>
      <ClockNotice today={mirror.today} ask={askClock} />
      <ConnectionBanner state={state} />
      <main className={css('main')}>
        <MessageBar
          message={actions.message}
          busy={actions.busy}
          undo={actions.undo}
          undone={actions.undone}
          canUndo={actions.usable}
          onPress={actions.takeBack}
        />
        {news.alerts.length > 0 && (
          <RoomPanel
            // Healthy equipment and the kiosks' paper are shown elsewhere, to save space on a phone.
            news={{ ...news, known: [] }}
            zone={zone}
            usable={actions.usable}
            offline={state.connection !== 'live'}
            shortcut={null}
            onHelped={helped}
            onMore={() => setRoomIsOpen(true)}
          />
        )}
        <Tabs
          className={css('tabs')}
          aria-label={t('counter.floor-title')}
          onSelectionChange={actions.settle}
        >
          <TabList className={peoplePanel('tabs')} aria-label={t('counter.floor-title')}>
            {TABS.map((tab) => (
              <Tab key={tab} id={tab} className={peoplePanel('tab')}>
                {t(`counter.floor-${tab}`)}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="issue" className={css('panel')}>
            <IssuePanel mirror={mirror} actions={actions} />
          </TabPanel>
          <TabPanel id="find" className={css('panel')}>
            <FindPanel mirror={mirror} actions={actions} now={now} />
          </TabPanel>
          <TabPanel id="bookings" className={css('panel')}>
            <BookingsPanel mirror={mirror} actions={actions} now={now} />
          </TabPanel>
          <TabPanel id="kiosks" className={css('panel')}>
            <KiosksPanel mirror={mirror} actions={actions} now={now} />
          </TabPanel>
        </Tabs>
      </main>
      {roomIsOpen && (
        <RoomDialog
          news={news}
          zone={zone}
          usable={actions.usable}
          onHelped={helped}
          onClose={() => setRoomIsOpen(false)}
        />
      )}
      {actions.ask !== null && (
        <VisitDialog ask={actions.ask} mirror={mirror} counterId={null} actions={actions} />
      )}
    </div>
  );
}
