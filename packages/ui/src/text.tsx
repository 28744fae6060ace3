import { texts, type Language, type Translate } from '@motcua/i18n';
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { speakAria } from './aria-words.ts';

interface Speech {
  readonly language: Language;
  readonly t: Translate;
}

const SpeechContext = createContext<Speech>({ language: 'vi', t: texts('vi') });

export interface LanguageProviderProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/** Sets the language of everything inside, also for screen readers. */
export function LanguageProvider({ language, children }: LanguageProviderProps) {
  // Set while rendering, because an effect would run after the labels inside are rendered.
  speakAria(language);
  const speech = useMemo(() => ({ language, t: texts(language) }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={language}>{children}</I18nProvider>
    </SpeechContext>
  );
}

/** The texts of the language around this component, Vietnamese when none is set. */
export function useTexts(): Translate {
  return use(SpeechContext).t;
}

export function useLanguage(): Language {
  return use(SpeechContext).language;
}
