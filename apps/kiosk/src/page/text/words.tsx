import { useLanguage } from '@motcua/ui';
import { Children, createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { withWholeWords } from './vietnamese-words.ts';

type Hyphenate = (text: string) => string;

const Breaks = createContext<Hyphenate | null>(null);
/** Once loaded it is there for every page that comes. */
let german: Hyphenate | null = null;

/** Resolves when German words can be broken; also where that could not be loaded. */
export async function loadHyphens(): Promise<void> {
  // Without it words are not broken, which is no reason to trouble a visitor.
  const loaded = await import('./german-hyphens.ts').catch(() => null);
  german = loaded?.withHyphens ?? null;
}

/** Knows where words may be broken; browsers on Linux do not know it of German, and of Vietnamese no browser does. */
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

/** Words in little room; what stands around them is laid out as if they were plain text. */
export function Words({ children }: { readonly children: ReactNode }) {
  const breaks = useContext(Breaks);
  if (breaks === null) return children;
  return Children.map(children, (child) => (typeof child === 'string' ? breaks(child) : child));
}
