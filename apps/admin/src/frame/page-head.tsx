import type { ReactNode } from 'react';

export interface PageHeadProps {
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
}

export function PageHead({ title, lead, children }: PageHeadProps) {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {lead !== '' && <p>{lead}</p>}
      </div>
      {children}
    </div>
  );
}
