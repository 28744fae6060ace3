import { LANGUAGES } from '@motcua/i18n';
import { useTexts } from '@motcua/ui';
import type { PageControls } from '../counter-app.tsx';

/** Each language by its own name. */
const OWN_NAMES = { vi: 'Tiếng Việt', en: 'English', de: 'Deutsch' } as const;

export function LanguageChoice({
  language,
  onLanguage,
}: Pick<PageControls, 'language' | 'onLanguage'>) {
  const t = useTexts();
  return (
    <fieldset className="language-choice" aria-label={t('common.language')}>
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
