import type { Instant, Settings } from '@motcua/domain';
import { classNames, KeyCap, useTexts } from '@motcua/ui';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CounterView } from '../screens/counter-view.ts';
import { NextLine } from './next-up.tsx';
import { rejoining } from '../pad/pad-command.ts';
import { canCall, rowsOf, TABS, type PeopleTab } from './people-tabs.ts';
import { SHOWN_KEYS } from '../pad/shortcuts.ts';
import type { OpenTab } from './use-open-tab.ts';
import { VisitLine } from '../visit/visit-line.tsx';
import type { RowAction, VisitRow } from '../visit/visit-row.ts';
import visitLineStyles from '../visit/visit-line.module.css';
import styles from './people-panel.module.css';

const visitLine = classNames(visitLineStyles);
const css = classNames(styles);

export interface PeoplePanelProps {
  readonly view: CounterView;
  readonly settings: Settings;
  readonly now: Instant;
  readonly usable: boolean;
  readonly open: OpenTab;
  readonly onAct: (row: VisitRow, action: RowAction) => void;
}

export function PeoplePanel({ view, settings, now, usable, open, onAct }: PeoplePanelProps) {
  const t = useTexts();
  const tabs = TABS.filter((tab) => tab !== 'elsewhere' || view.isHead);
  const back = rejoining(view);

  return (
    <Tabs
      className={css('people')}
      aria-label={t('counter.people')}
      selectedKey={open.tab}
      onSelectionChange={(key) => open.show(key as PeopleTab)}
    >
      <TabList className={css('tabs')} aria-label={t('counter.people')}>
        {tabs.map((tab) => (
          <Tab key={tab} id={tab} className={css('tab')}>
            <span>{t(`counter.tab-${tab}`)}</span>{' '}
            <b className={css('count')}>{view[tab].length}</b>{' '}
            <KeyCap name={SHOWN_KEYS[`tab-${tab}`][0] ?? ''} />
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab} id={tab} className={css('panel')}>
          {tab === 'waiting' && (
            <>
              {view.current !== null && (
                <NextLine next={view.next} counter={view.counter} settings={settings} now={now} />
              )}
              <p className={css('summary')}>
                {t('counter.waiting-summary', {
                  here: view.waiting.length,
                  all: view.waitingInAll,
                })}
              </p>
            </>
          )}
          {tab === 'missed' && back !== null && (
            <p className={css('summary')}>
              <KeyCap name={SHOWN_KEYS.rejoin[0] ?? ''} />{' '}
              {t('counter.rejoin-hint', { number: back.visit.ticket.number })}
            </p>
          )}
          {rowsOf(view, tab).length === 0 ? (
            <EmptyList>{t(`counter.none-${tab}`)}</EmptyList>
          ) : (
            <ul className={visitLine('lines')}>
              {rowsOf(view, tab).map((row, index) => (
                <VisitLine
                  key={row.visit.id}
                  row={row}
                  zone={settings.site.zone}
                  usable={usable}
                  canCall={canCall(view)}
                  place={index < open.rowKeys ? index + 1 : null}
                  menuIsOpen={open.menuOf === row.visit.id}
                  onMenu={(isOpen) => open.openMenu(isOpen ? row.visit.id : null)}
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

/** Stands where a list would be, and says why there is none. */
export function EmptyList({ children }: { readonly children: ReactNode }) {
  return <p className={css('empty')}>{children}</p>;
}
