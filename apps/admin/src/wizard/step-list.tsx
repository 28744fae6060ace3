import type { SetupStepName, SetupStepState } from '@motcua/domain/setup';
import { classNames, useTexts } from '@motcua/ui';
import { Check, Circle, CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { toHash } from '../frame/pages.ts';
import styles from './step-list.module.css';

const css = classNames(styles);

const ICONS = { missing: CircleAlert, advised: Circle, done: Check } as const;

/** So much of the step before is seen on a phone. */
const PEEK_PX = 48;

export interface StepListProps {
  readonly steps: readonly SetupStepState[];
  readonly shown: SetupStepName;
  readonly onShow: (step: SetupStepName) => void;
}

/** All steps, each with whether something is missing; any of them can be opened at any time. */
export function StepList({ steps, shown, onShow }: StepListProps) {
  const t = useTexts();
  const at = steps.findIndex(({ step }) => step === shown) + 1;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // On a phone the line of steps is longer than the screen.
    const { current: line } = list;
    const current = line?.querySelector<HTMLElement>('[aria-current]') ?? null;
    if (line !== null && current !== null) line.scrollLeft = current.offsetLeft - PEEK_PX;
  }, [shown]);
  const missing = steps.filter(({ state }) => state === 'missing').length;
  return (
    <nav className={css('steps')} aria-label={t('setup.steps')}>
      <p className={css('progress')}>
        <strong>{t('setup.step-of', { at, all: steps.length })}</strong>{' '}
        {missing === 0 ? t('setup.nothing-missing') : t('setup.missing-steps', { count: missing })}
      </p>
      <ol ref={list}>
        {steps.map(({ step, state }) => {
          const Icon = ICONS[state];
          return (
            <li key={step}>
              <a
                href={toHash({ page: 'setup', part: step })}
                aria-current={step === shown ? 'step' : undefined}
                data-state={state}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  onShow(step);
                }}
              >
                <Icon aria-hidden="true" size={18} />
                {t(`setup.step-${step}`)}
                <span className="visually-hidden">{t(`setup.state-${state}`)}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
