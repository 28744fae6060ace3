import { classNames } from '@motcua/ui';
import { Words } from '../text/words.tsx';
import styles from './title.module.css';

const css = classNames(styles);

export interface TitleProps {
  readonly children: string;
  readonly remark?: string | null | undefined;
  /** The remark is beside the heading also in portrait format. */
  readonly inRow?: boolean;
  readonly className?: string;
}

/** The screen's heading; gets the focus when the screen appears. */
export function Title({ children, remark, inRow = false, className = '' }: TitleProps) {
  return (
    <div className={`${css('title', inRow ? 'row' : '')} ${className}`.trim()}>
      <h1 tabIndex={-1}>
        <Words>{children}</Words>
      </h1>
      {typeof remark === 'string' && (
        <p>
          <Words>{remark}</Words>
        </p>
      )}
    </div>
  );
}
