import { isLocalDate, type LocalDate } from '@motcua/domain';
import { Button, useTexts } from '@motcua/ui';
import type { PageProps } from '../frame/page-props.ts';

/** The visit that a part of the address names: `2026-11-23_H021`; null: none. */
export function visitIn(part: string | null): { day: LocalDate; number: string } | null {
  const [day = '', number = ''] = decodeURIComponent(part ?? '').split('_');
  return isLocalDate(day) && number !== '' ? { day, number } : null;
}

export interface WhyButtonProps {
  readonly day: LocalDate;
  readonly number: string;
  readonly go: PageProps['go'];
}

/** Leads to why this visit waited. */
export function WhyButton({ day, number, go }: WhyButtonProps) {
  const t = useTexts();
  return (
    <Button
      variant="quiet"
      aria-label={`${t('story.why')} ${number}`}
      onPress={() => go({ page: 'story', part: encodeURIComponent(`${day}_${number}`) })}
    >
      {t('story.why')}
    </Button>
  );
}
