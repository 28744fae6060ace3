import { useLanguage } from '@motcua/ui';
import { Children, createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { withWholeWords } from './vietnamese-words.ts';

type Hyphenate = (text: string) => string;

const Breaks = createContext<Hyphenate | null>(null);
/** Loaded once for all pages. */
let german: Hyphenate | null = null;

/** Resolves when German words can be hyphenated, and also when loading failed. */
export async function loadHyphens(): Promise<void> {
  // Without it words are not hyphenated, which needs no error message.
  const loaded = await import('./german-hyphens.ts').catch(() => null);
  german = loaded?.withHyphens ?? null;
}

/** Provides hyphenation: browsers on Linux cannot hyphenate German, and no browser knows Vietnamese words. */
export function HyphensProvider({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const [loaded, setLoaded] = useState(german !== null);
  const missing = language === 'de' && !loaded;
  useEffect(() => {
    if (missing) void loadHyphens().then(() => setLoaded(true));
  }, [missing]);
  const breaks = { vi: withWholeWords, en: null, de: loaded ? german : null }[language];
  return <Breaks value={breaks}>{children}</Breaks>;
}

/** Text with hyphenation, laid out like plain text. */
export function Words({ children }: { readonly children: ReactNode }) {
  const breaks = useContext(Breaks);
  if (breaks === null) return children;
  return Children.map(children, (child) => (typeof child === 'string' ? breaks(child) : child));
}
