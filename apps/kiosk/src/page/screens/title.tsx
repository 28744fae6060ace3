import type { ReactNode } from 'react';

export interface TitleProps {
  readonly children: ReactNode;
  readonly remark?: string | null;
}

/** The screen's heading; takes the focus when the screen appears. */
export function Title({ children, remark }: TitleProps) {
  return (
    <div className="title">
      <h1 tabIndex={-1}>{children}</h1>
      {typeof remark === 'string' && <p>{remark}</p>}
    </div>
  );
}
