import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classNames } from './class-names.ts';

const css = classNames(styles);

export interface BannerProps {
  /** `offline`, `warning` and `fault` interrupt a screen reader, the others wait for a pause. */
  readonly tone: 'offline' | 'warning' | 'fault' | 'notice' | 'success';
  readonly title?: string;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** An important message in one sentence, with at most one button. */
export function Banner({ tone, title, action, children }: BannerProps) {
  const urgent = tone === 'offline' || tone === 'warning' || tone === 'fault';
  return (
    <div className={css('banner', tone)} role={urgent ? 'alert' : 'status'} data-tone={tone}>
      <svg className={css('sign')} viewBox="0 0 24 24" aria-hidden="true">
        <path d={SIGNS[tone]} />
      </svg>
      <div className={css('words')}>
        {title !== undefined && <strong className={css('title')}>{title}</strong>}
        {children !== undefined && <span>{children}</span>}
      </div>
      {action}
    </div>
  );
}

/** SVG paths on a 24 by 24 grid. */
const TRIANGLE = 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.4h0';
const SIGNS = {
  offline:
    'M4 4l16 16M8.5 15.5a5 5 0 0 1 5-1.3M5 12a10 10 0 0 1 4-2.5M13 9a10 10 0 0 1 6 3M12 19h0',
  warning: TRIANGLE,
  fault: TRIANGLE,
  notice: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6h0',
  success: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.3l2.8 2.8L16 9.5',
} as const satisfies Record<BannerProps['tone'], string>;
