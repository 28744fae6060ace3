import type { Instant, Settings } from '@motcua/domain';
import { KeyCap, useTexts } from '@motcua/ui';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CounterView } from './counter-view.ts';
import { NextLine } from './next-up.tsx';
import { rejoining } from './pad-command.ts';
import { SHOWN_KEYS } from './shortcuts.ts';
import { VisitLine } from './visit-line.tsx';
import type { RowAction, VisitRow } from './visit-row.ts';

export interface PeoplePanelProps {
  readonly view: CounterView;
  readonly settings: Settings;
  readonly now: Instant;
  readonly usable: boolean;
  readonly onAct: (row: VisitRow, action: RowAction) => void;
}

/** More lines than anybody reads would only slow down the clock of every second. */
const MOST_LINES = 60;
const TABS = ['waiting', 'parked', 'missed', 'elsewhere'] as const;

export function PeoplePanel({ view, settings, now, usable, onAct }: PeoplePanelProps) {
  const t = useTexts();
  const canCall = view.current === null && view.state.state === 'open';
  const tabs = TABS.filter((tab) => tab !== 'elsewhere' || view.isHead);
  const back = rejoining(view);

  const shown = (tab: (typeof TABS)[number]) =>
    (tab === 'waiting' ? [...view.waiting, ...view.later] : view[tab]).slice(0, MOST_LINES);

  return (
    <Tabs className="people" aria-label={t('counter.people')}>
      <TabList className="people-tabs" aria-label={t('counter.people')}>
        {tabs.map((tab) => (
          <Tab key={tab} id={tab} className="people-tab">
            {t(`counter.tab-${tab}`)} <b className="people-count tabular">{view[tab].length}</b>
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab} id={tab} className="people-panel">
          {tab === 'waiting' && (
            <>
              {view.current !== null && (
                <NextLine next={view.next} counter={view.counter} settings={settings} now={now} />
              )}
              <p className="people-summary">
                {t('counter.waiting-summary', {
                  here: view.waiting.length,
                  all: view.waitingInAll,
                })}
              </p>
            </>
          )}
          {tab === 'missed' && back !== null && (
            <p className="people-summary">
              <KeyCap name={SHOWN_KEYS.rejoin[0] ?? ''} />{' '}
              {t('counter.rejoin-hint', { number: back.visit.ticket.number })}
            </p>
          )}
          {shown(tab).length === 0 ? (
            <p className="people-nobody">{t(`counter.nobody-${tab}`)}</p>
          ) : (
            <ul className="lines">
              {shown(tab).map((row) => (
                <VisitLine
                  key={row.visit.id}
                  row={row}
                  zone={settings.site.zone}
                  usable={usable}
                  canCall={canCall}
                  onAct={onAct}
                />
              ))}
            </ul>
          )}
        </TabPanel>
      ))}
    </Tabs>
  );
}
