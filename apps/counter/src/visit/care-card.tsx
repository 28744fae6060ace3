import type { Care, Need } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { Accessibility, EyeOff, Hand, Languages, MessageSquareText } from 'lucide-react';

const SIGNS = {
  deaf: Hand,
  blind: EyeOff,
  wheelchair: Accessibility,
  interpreter: Languages,
} as const satisfies Record<Need, typeof Hand>;

/** What to know before talking to the visitor: needs, and a colleague's note. */
export function CareCard({ care }: { readonly care: Care }) {
  const t = useTexts();
  if (care.needs.length === 0 && care.note === '') return null;
  return (
    <ul className="care" aria-label={t('counter.care')}>
      {care.needs.map((need) => {
        const Sign = SIGNS[need];
        return (
          <li key={need} className="care-need">
            <Sign aria-hidden="true" />
            <span>{t(`counter.advice-${need}`)}</span>
          </li>
        );
      })}
      {care.note !== '' && (
        <li className="care-note">
          <MessageSquareText aria-hidden="true" />
          <span>{care.note}</span>
        </li>
      )}
    </ul>
  );
}

/** The needs as small icons in a line of a list. */
export function NeedSigns({ needs }: Pick<Care, 'needs'>) {
  const t = useTexts();
  return needs.map((need) => {
    const Sign = SIGNS[need];
    return (
      <span key={need} className="need-sign" role="img" aria-label={t(`counter.need-${need}`)}>
        <Sign aria-hidden="true" />
      </span>
    );
  });
}
