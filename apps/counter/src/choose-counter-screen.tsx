import { type Counter, inLanguage } from '@motcua/domain';
import type { HubLink, Mirror } from '@motcua/client';
import {
  Button,
  ConnectionBanner,
  refusalText,
  useHubState,
  useLanguage,
  useTexts,
} from '@motcua/ui';
import { useState, useSyncExternalStore } from 'react';
import { createCommander } from './commander.ts';
import type { PageControls } from './counter-app.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { queueLoads, type QueueLoads } from './queue-loads.ts';

export interface ChooseCounterScreenProps {
  readonly hub: HubLink;
  readonly mirror: Mirror;
  readonly controls: PageControls;
}

export function ChooseCounterScreen({ hub, mirror, controls }: ChooseCounterScreenProps) {
  const t = useTexts();
  const state = useHubState(hub);
  const [commander] = useState(() => createCommander(hub));
  const { underWay, refusal } = useSyncExternalStore(
    commander.subscribe,
    commander.getState,
    commander.getState,
  );
  const { settings, people, personId } = mirror;
  const name = personId === null ? '' : (people.get(personId)?.name ?? '');
  const loads = queueLoads(mirror);

  return (
    <div className="choose">
      <header className="top-bar">
        <strong className="top-bar-title">
          {inLanguage(settings.site.name, controls.language)}
        </strong>
        <div className="top-bar-tools">
          <LanguageChoice {...controls} />
          <Button variant="quiet" onPress={controls.onSignOut}>
            {t('common.sign-out')}
          </Button>
        </div>
      </header>
      <ConnectionBanner state={state} />
      <main className="choose-main">
        <h1>{t('counter.choose-title')}</h1>
        <p>{t('counter.choose-hint', { name })}</p>
        <output className="choose-refusal">{refusal !== null && refusalText(t, refusal)}</output>
        {settings.counters.length === 0 && <p>{t('counter.no-counters')}</p>}
        <ul className="choose-list">
          {settings.counters
            .toSorted((a, b) => a.number - b.number)
            .map((counter) => (
              <li key={counter.id}>
                <CounterCard
                  counter={counter}
                  mirror={mirror}
                  loads={loads}
                  disabled={underWay !== null || state.connection !== 'live'}
                  onOpen={() => void commander.run({ type: 'open-counter', counterId: counter.id, training: false })}
                />
              </li>
            ))}
        </ul>
      </main>
    </div>
  );
}

interface CounterCardProps {
  readonly counter: Counter;
  readonly mirror: Mirror;
  readonly loads: QueueLoads;
  readonly disabled: boolean;
  readonly onOpen: () => void;
}

function CounterCard({ counter, mirror, loads, disabled, onOpen }: CounterCardProps) {
  const t = useTexts();
  const language = useLanguage();
  const seat = mirror.counters.get(counter.id);
  const taken = seat !== undefined && seat.state !== 'closed';
  const clerk = taken ? (mirror.people.get(seat.clerkId)?.name ?? '') : '';
  const count = counter.queueIds.reduce((sum, id) => sum + (loads.get(id)?.waiting ?? 0), 0);
  const queues = counter.queueIds
    .map((id) => mirror.settings.queues.find((queue) => queue.id === id)?.name)
    .filter((name) => name !== undefined)
    .map((name) => inLanguage(name, language));

  return (
    <button
      type="button"
      className="counter-card"
      disabled={taken || disabled}
      data-taken={taken || undefined}
      onClick={onOpen}
    >
      <span className="counter-card-number">{counter.number}</span>
      <span className="counter-card-words">
        <strong>{inLanguage(counter.name, language)}</strong>
        <span>{queues.join(' · ')}</span>
        <span className="counter-card-state">
          {taken ? t('counter.taken-by', { name: clerk }) : t('counter.free')}
        </span>
        <span>{t('counter.waiting-count', { count })}</span>
      </span>
    </button>
  );
}
