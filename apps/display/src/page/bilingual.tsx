import { texts, type MessageKey, type Params } from '@motcua/i18n';

export interface BilingualProps {
  readonly text: MessageKey;
  readonly params?: Params;
}

const SAYS = { vi: texts('vi'), en: texts('en') };

/** Vietnamese, and below it smaller in English: on a public screen the language cannot be chosen. */
export function Bilingual({ text, params = {} }: BilingualProps) {
  return (
    <span className="bilingual">
      <span lang="vi">{SAYS.vi(text, params)}</span>
      <span className="bilingual-second" lang="en">
        {SAYS.en(text, params)}
      </span>
    </span>
  );
}
