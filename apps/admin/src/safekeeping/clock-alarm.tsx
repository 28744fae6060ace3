import type { Refusal } from '@motcua/domain';
import type { ClockState } from '@motcua/protocol/http';
import { Banner, formatDate, formatLocalDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import type { HubApi } from '../hub-api/hub-api.ts';
import { useTold } from './use-told.ts';

export interface ClockAlarmProps {
  readonly api: Pick<HubApi, 'clock' | 'confirmClock'>;
  readonly zone: string;
}

const LOOK_EVERY_MS = 30_000;

/** On every page: whoever sees that the day is not the clock's can say which of them is right. */
export function ClockAlarm({ api, zone }: ClockAlarmProps) {
  const { told, learn } = useTold(api.clock, LOOK_EVERY_MS);
  if (told === null) return null;
  const confirm = async () => {
    const answer = await api.confirmClock();
    if (answer.ok) learn(answer);
    return answer.ok ? null : answer.refusal;
  };
  return <ClockBanner told={told} zone={zone} onConfirm={confirm} />;
}

interface ClockBannerProps {
  readonly told: Pick<ClockState, 'today' | 'wall' | 'problem'>;
  readonly zone: string;
  /** Null: done. */
  readonly onConfirm: () => Promise<Refusal | null>;
}

/** Nothing while clock and open day agree. */
export function ClockBanner({ told, zone, onConfirm }: ClockBannerProps) {
  const t = useTexts();
  const language = useLanguage();
  if (told.problem === null) return null;
  const words = {
    today: formatLocalDate(told.today, language),
    date: formatDate(told.wall, zone, language),
    time: formatTime(told.wall, zone),
  };
  return (
    <Banner
      tone="fault"
      title={t('admin.clock-alarm', words)}
      action={
        <ConfirmButton
          variant="secondary"
          label={t('admin.clock-right')}
          title={t('admin.clock-right-title', words)}
          confirmLabel={t('admin.clock-right')}
          onConfirm={onConfirm}
        >
          {t(told.problem === 'ahead' ? 'admin.clock-goes-on' : 'admin.clock-goes-back', words)}
        </ConfirmButton>
      }
    >
      {t('admin.clock-alarm-hint')}
    </Banner>
  );
}
