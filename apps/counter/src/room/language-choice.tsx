import { type Language, LANGUAGES } from '@motcua/i18n';
import { classNames, useTexts } from '@motcua/ui';
import styles from './language-choice.module.css';

const css = classNames(styles);

/** What every screen offers beside its own business. */
export interface PageControls {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
  readonly onAccount: () => void;
}

/** In their own names, so that each reader finds theirs. */
const OWN_NAMES = { vi: 'Tiếng Việt', en: 'English', de: 'Deutsch' } as const;

export function LanguageChoice({
  language,
  onLanguage,
}: Pick<PageControls, 'language' | 'onLanguage'>) {
  const t = useTexts();
  return (
    <fieldset className={css('choice')} aria-label={t('common.language')}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          aria-label={`${each.toUpperCase()} ${OWN_NAMES[each]}`}
          title={OWN_NAMES[each]}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onLanguage(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
