import { classNames, useTexts } from '@motcua/ui';
import { Delete } from 'lucide-react';
import { Press } from './press.tsx';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';
import styles from './keypad.module.css';

const css = classNames(styles);

export interface KeypadProps {
  /** Each a letter, or the prefix of a number. */
  readonly letters: readonly string[];
  readonly digits: readonly string[];
  /** No typing while an answer is awaited. */
  readonly disabled: boolean;
  readonly dispatch: Dispatch;
  readonly className: string;
}

export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** Large keys for exactly the characters that can occur. */
export function Keypad({ letters, digits, disabled, dispatch, className }: KeypadProps) {
  const t = useTexts();
  const key = (letter: string) => (
    <Press
      key={letter}
      className={css('key')}
      id={`key-${letter}`}
      disabled={disabled}
      repeats
      onPress={() => dispatch({ type: 'type', letter })}
    >
      {letter}
    </Press>
  );
  const erase = (
    <Press
      key="erase"
      className={css('key', 'erase')}
      id="erase"
      label={t('kiosk.erase')}
      disabled={disabled}
      repeats
      onPress={() => dispatch({ type: 'erase' })}
    >
      <Delete aria-hidden="true" />
    </Press>
  );
  return (
    <div className={`${css('keypad')} ${className}`} data-letters-only={digits.length === 0}>
      <fieldset className={css('keys', 'letters')} aria-label={t('kiosk.letters')}>
        {letters.map(key)}
        {digits.length === 0 && erase}
      </fieldset>
      {digits.length > 0 && (
        <fieldset className={css('keys', 'digits')} aria-label={t('kiosk.digits')}>
          {digits.map(key)}
          {erase}
        </fieldset>
      )}
    </div>
  );
}
