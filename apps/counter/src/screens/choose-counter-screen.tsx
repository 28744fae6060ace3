import { type Counter, inLanguage } from '@motcua/domain';
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
import { useState, useSyncExternalStore } from 'react';
import { BackupNotice } from '../room/backup-notice.tsx';
import type { CommandRunner } from '../page/command-runner.ts';
import { CounterCard } from './counter-card.tsx';
import { CheckField } from '../dialogs/check-field.tsx';
import { useCounterKeys } from '../pad/counter-key.ts';
import { TopBarFrame } from '../room/top-bar-frame.tsx';
import { LanguageChoice, type PageControls } from '../room/language-choice.tsx';
import { MessageBar } from '../room/message-bar.tsx';
import { queueLoads } from '../room/queue-loads.ts';
import { refusedWords } from '../visit/refused-words.ts';
import { counterChangedBy, undoWindow } from '../pad/undo-window.ts';
import { useUndoKey } from '../pad/use-shortcuts.ts';
import styles from './choose-counter-screen.module.css';

const css = classNames(styles);

export interface ChooseCounterScreenProps {
  readonly hub: HubLink;
  readonly runner: CommandRunner;
  readonly mirror: Mirror;
  readonly controls: PageControls;
  readonly onFloor: () => void;
  readonly askClock?: ClockNoticeProps['ask'];
  readonly askBackups?: ClockNoticeProps['ask'];
}

export function ChooseCounterScreen(props: ChooseCounterScreenProps) {
  const { hub, runner, mirror, controls, onFloor, askClock, askBackups } = props;
  const t = useTexts();
  const state = useHubState(hub);
  const now = useHubClock(hub);
  const commanding = useSyncExternalStore(runner.subscribe, runner.getState, runner.getState);
  const [training, setTraining] = useState(false);
  const { settings, people, personId } = mirror;
  const name = personId === null ? '' : (people.get(personId)?.name ?? '');
  const loads = queueLoads(mirror);
  const { underWay, refusal, accepted } = commanding;
  const usable = underWay === null && state.connection === 'live';
  const left = counterChangedBy(accepted);
  const undo = left === null ? null : undoWindow(commanding, left, mirror, now);
  const takeBack = () => {
    if (undo !== null && usable) void runner.run(undo.command, true);
  };
  useUndoKey(undo !== null, takeBack);

  const open = ({ id }: Counter) =>
    void runner.run({ type: 'open-counter', counterId: id, training });
  useCounterKeys(settings.counters, (counter) => {
    if (usable) open(counter);
  });

  return (
    <div>
      <TopBarFrame heading="strong" title={inLanguage(settings.site.name, controls.language)}>
        <LanguageChoice {...controls} />
        <Button variant="quiet" onPress={controls.onAccount}>
          {t('account.title')}
        </Button>
        <Button variant="quiet" onPress={controls.onSignOut}>
          {t('common.sign-out')}
        </Button>
      </TopBarFrame>
      <BackupNotice ask={askBackups} />
      <ClockNotice today={mirror.today} ask={askClock} />
      <ConnectionBanner state={state} />
      <main className={css('main')}>
        <h1>{t('counter.choose-title')}</h1>
        <p>{t('counter.choose-hint', { name })}</p>
        <MessageBar
          message={refusedWords(t, refusal)}
          busy={underWay !== null}
          undo={undo}
          canUndo={usable}
          onPress={takeBack}
        />
        {settings.counters.length === 0 && <p>{t('counter.no-counters')}</p>}
        <ul className={css('counters')} data-part="counters">
          {settings.counters
            .toSorted((a, b) => a.number - b.number)
            .map((counter) => (
              <li key={counter.id}>
                <CounterCard
                  counter={counter}
                  mirror={mirror}
                  loads={loads}
                  training={training}
                  disabled={!usable}
                  onOpen={() => open(counter)}
                />
              </li>
            ))}
        </ul>
        <div className={css('otherwise')}>
          <CheckField
            label={t('counter.choose-training')}
            checked={training}
            onChange={setTraining}
          />
          <Button size="l" onPress={onFloor}>
            {t('counter.choose-floor')}
          </Button>
        </div>
      </main>
    </div>
  );
}
