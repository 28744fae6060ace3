import type { Refusal } from '@motcua/domain';
import type { ClockState } from '@motcua/protocol/http';
import { Banner, formatDate, formatLocalDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import type { HubApi } from '../hub-api/hub-api.ts';
import { usePolled } from './use-polled.ts';

export interface ClockAlarmProps {
  readonly api: Pick<HubApi, 'clock' | 'confirmClock'>;
  readonly zone: string;
}

const POLL_INTERVAL_MS = 30_000;

/** On every page: a person who sees that the day is not the clock's can confirm the clock. */
export function ClockAlarm({ api, zone }: ClockAlarmProps) {
  const { answer: clock, accept } = usePolled(api.clock, POLL_INTERVAL_MS);
  if (clock === null) return null;
  const confirm = async () => {
    const answer = await api.confirmClock();
    if (answer.ok) accept(answer);
    return answer.ok ? null : answer.refusal;
  };
  return <ClockBanner clock={clock} zone={zone} onConfirm={confirm} />;
}

interface ClockBannerProps {
  readonly clock: Pick<ClockState, 'today' | 'wall' | 'problem'>;
  readonly zone: string;
  /** Null: done. */
  readonly onConfirm: () => Promise<Refusal | null>;
}

/** Nothing while clock and open day agree. */
export function ClockBanner({ clock, zone, onConfirm }: ClockBannerProps) {
  const t = useTexts();
  const language = useLanguage();
  if (clock.problem === null) return null;
  const words = {
    today: formatLocalDate(clock.today, language),
    date: formatDate(clock.wall, zone, language),
    time: formatTime(clock.wall, zone),
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
          {t(clock.problem === 'ahead' ? 'admin.clock-goes-on' : 'admin.clock-goes-back', words)}
        </ConfirmButton>
      }
    >
      {t('admin.clock-alarm-hint')}
    </Banner>
  );
}
