import type { VisitorNotes, Need } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { Accessibility, EyeOff, Hand, Languages, MessageSquareText } from 'lucide-react';
import styles from './visitor-notes-card.module.css';

const css = classNames(styles);

const SIGNS = {
  deaf: Hand,
  blind: EyeOff,
  wheelchair: Accessibility,
  interpreter: Languages,
} as const satisfies Record<Need, typeof Hand>;

/** What to know before talking to the visitor: needs, and a colleague's note. */
export function VisitorNotesCard({ care }: { readonly care: VisitorNotes }) {
  const t = useTexts();
  if (care.needs.length === 0 && care.note === '') return null;
  return (
    <ul className={css('care')} data-part="care" aria-label={t('counter.care')}>
      {care.needs.map((need) => {
        const Sign = SIGNS[need];
        return (
          <li key={need} className={css('need')}>
            <Sign aria-hidden="true" />
            <span>{t(`counter.advice-${need}`)}</span>
          </li>
        );
      })}
      {care.note !== '' && (
        <li className={css('note')}>
          <MessageSquareText aria-hidden="true" />
          <span>{care.note}</span>
        </li>
      )}
    </ul>
  );
}

/** The needs as small icons in a line of a list. */
export function NeedSigns({ needs }: Pick<VisitorNotes, 'needs'>) {
  const t = useTexts();
  return needs.map((need) => {
    const Sign = SIGNS[need];
    return (
      <span key={need} className={css('sign')} role="img" aria-label={t(`counter.need-${need}`)}>
        <Sign aria-hidden="true" />
      </span>
    );
  });
}
