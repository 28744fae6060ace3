import type { VisitActionType } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CounterView, VisitRow } from './counter-view.ts';
import { VisitLine } from './visit-line.tsx';

export interface PeoplePanelProps {
  readonly view: CounterView;
  readonly zone: string;
  readonly usable: boolean;
  readonly onAct: (row: VisitRow, action: VisitActionType) => void;
}

/** More lines than anybody reads would only slow down the clock of every second. */
const MOST_LINES = 60;
const TABS = ['waiting', 'parked', 'missed', 'elsewhere'] as const;

export function PeoplePanel({ view, zone, usable, onAct }: PeoplePanelProps) {
  const t = useTexts();
  const canCall = view.current === null && view.state.state === 'open';
  const tabs = TABS.filter((tab) => tab !== 'elsewhere' || view.isHead);

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
            <p className="people-summary">
              {t('counter.waiting-summary', { here: view.waiting.length, all: view.waitingInAll })}
            </p>
          )}
          {view[tab].length === 0 ? (
            <p className="people-nobody">{t(`counter.nobody-${tab}`)}</p>
          ) : (
            <ul className="lines">
              {view[tab].slice(0, MOST_LINES).map((row) => (
                <VisitLine
                  key={row.visit.id}
                  row={row}
                  zone={zone}
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
