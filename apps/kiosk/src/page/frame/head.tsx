import { inLanguage, type Instant } from '@motcua/domain';
import { LANGUAGES, type Language } from '@motcua/i18n';
import { classNames, formatLongDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { ALargeSmall, GraduationCap } from 'lucide-react';
import type { KioskView } from '../../bridge.ts';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';
import { Press } from '../touch/press.tsx';
import styles from './head.module.css';

const css = classNames(styles);

/** Each language by its own name, always at the same place. */
const LANGUAGE_NAMES = {
  vi: 'Tiếng Việt',
  en: 'English',
  de: 'Deutsch',
} as const satisfies Record<Language, string>;

export interface HeadProps {
  readonly view: KioskView | null;
  readonly at: Instant;
  readonly largeText: boolean;
  readonly dispatch: Dispatch;
}

/** Where the visitor is, the time, and the choice of language and text size. */
export function Head({ view, at, largeText, dispatch }: HeadProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <header className={css('head')}>
      <div className={css('names')}>
        <p className={css('authority')}>{view !== null && inLanguage(view.authority, language)}</p>
        <p className={css('centre')}>{view !== null && inLanguage(view.centre, language)}</p>
      </div>
      {view !== null && (
        <p className={css('clock')}>
          <strong>{formatTime(at, view.zone)}</strong>
          <span>{formatLongDate(at, view.zone, language)}</span>
        </p>
      )}
      <fieldset className={css('tools')} aria-label={t('kiosk.language')}>
        {LANGUAGES.map((each) => (
          <Press
            key={each}
            className={css('tool')}
            id={`language-${each}`}
            lang={each}
            pressed={each === language}
            onPress={() => dispatch({ type: 'set-language', language: each })}
          >
            {LANGUAGE_NAMES[each]}
          </Press>
        ))}
        <Press
          className={css('tool', 'text-size')}
          id="large-text"
          pressed={largeText}
          onPress={() => dispatch({ type: 'set-large-text', on: !largeText })}
        >
          <ALargeSmall aria-hidden="true" />
          {t('kiosk.large-text')}
        </Press>
      </fieldset>
      {view?.training === true && (
        <p className={css('training')} data-part="training">
          <GraduationCap aria-hidden="true" />
          {t('kiosk.training')}
        </p>
      )}
    </header>
  );
}
