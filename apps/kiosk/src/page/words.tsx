import { useLanguage } from '@motcua/ui';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

type Hyphenate = (text: string) => string;

const Hyphens = createContext<Hyphenate | null>(null);

/** Loads where German words may be broken, when somebody reads German: browsers on Linux do not know it. */
export function HyphensProvider({ children }: { readonly children: ReactNode }) {
  const german = useLanguage() === 'de';
  const [hyphenate, setHyphenate] = useState<Hyphenate | null>(null);
  const missing = german && hyphenate === null;
  useEffect(() => {
    if (!missing) return;
    // Without it words are broken anywhere, which is no reason to trouble a visitor.
    void import('./german-hyphens.ts').then(
      ({ withHyphens }) => setHyphenate(() => withHyphens),
      () => undefined,
    );
  }, [missing]);
  return <Hyphens value={german ? hyphenate : null}>{children}</Hyphens>;
}

/** Words in little room; what stands around them is laid out as if they were plain text. */
export function Words({ children }: { readonly children: string }) {
  const hyphenate = useContext(Hyphens);
  return hyphenate === null ? children : hyphenate(children);
}
