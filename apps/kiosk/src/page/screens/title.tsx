import { Words } from '../text/words.tsx';

export interface TitleProps {
  readonly children: string;
  readonly remark?: string | null;
}

/** The screen's heading; gets the focus when the screen appears. */
export function Title({ children, remark }: TitleProps) {
  return (
    <div className="title">
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
