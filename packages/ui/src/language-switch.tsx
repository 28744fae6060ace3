import { LANGUAGES, type Language } from '@motcua/i18n';
import { useTexts } from './text.tsx';
import { classNames } from './class-names.ts';
import styles from './language-switch.module.css';

const css = classNames(styles);

/** Each language by its own name. */
const OWN_NAMES = {
  vi: 'Tiếng Việt',
  en: 'English',
  de: 'Deutsch',
} as const satisfies Record<Language, string>;

export interface LanguageSwitchProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /** The label of the group; default: "Language". */
  readonly label?: string;
}

export function LanguageSwitch({ language, onLanguage, label }: LanguageSwitchProps) {
  const t = useTexts();
  return (
    <div className={css('switch')} role="group" aria-label={label ?? t('common.language')}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          aria-label={`${each.toUpperCase()} – ${OWN_NAMES[each]}`}
          title={OWN_NAMES[each]}
          onClick={() => onLanguage(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
