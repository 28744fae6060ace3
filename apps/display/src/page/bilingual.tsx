import { texts, type MessageKey, type Params } from '@motcua/i18n';
import { classNames } from '@motcua/ui';
import styles from './bilingual.module.css';

const css = classNames(styles);

export interface BilingualProps {
  readonly text: MessageKey;
  readonly params?: Params;
}

const SAYS = { vi: texts('vi'), en: texts('en') };

/** Vietnamese, and below it smaller in English: on a public screen the language cannot be chosen. */
export function Bilingual({ text, params = {} }: BilingualProps) {
  return (
    <span className={css('bilingual')}>
      <span lang="vi">{SAYS.vi(text, params)}</span>
      <span className={css('second')} lang="en">
        {SAYS.en(text, params)}
      </span>
    </span>
  );
}
