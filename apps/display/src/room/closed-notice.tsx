import { inLanguage, type Issuing } from '@motcua/domain';
import { LANGUAGES, texts, type Language } from '@motcua/i18n';
import { classNames, formatNearDay, formatTime } from '@motcua/ui';
import { Panel } from './panel.tsx';
import styles from './welcome.module.css';

const css = classNames(styles);

export interface ClosedNoticeProps {
  readonly issuing: Extract<Issuing, { open: false }>;
  readonly zone: string;
}

/** Shown instead of the invitation while no numbers are issued: the reason and the next opening, in every language. */
export function ClosedNotice({ issuing, zone }: ClosedNoticeProps) {
  return (
    <Panel className={css('welcome', 'closed')}>
      {LANGUAGES.map((language) => (
        <div key={language} lang={language}>
          <h2>{titleOf(issuing, language)}</h2>
          {issuing.opensAt !== null && <p>{opensText(issuing, zone, language)}</p>}
        </div>
      ))}
    </Panel>
  );
}

function titleOf({ why, reason }: ClosedNoticeProps['issuing'], language: Language): string {
  const t = texts(language);
  return reason === null
    ? t(`display.closed-${why}`)
    : t('display.closed-because', { reason: inLanguage(reason, language) });
}

function opensText(
  { opensAt, opensOn }: ClosedNoticeProps['issuing'],
  zone: string,
  language: Language,
): string {
  if (opensAt === null || opensOn === null) return '';
  const params = { time: formatTime(opensAt, zone), day: formatNearDay(opensAt, zone, language) };
  return texts(language)(`display.opens-${opensOn}`, params);
}
