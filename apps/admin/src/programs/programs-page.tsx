import { useTexts } from '@motcua/ui';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { KeyList, type KeyListProps } from './key-list.tsx';
import { WebhookPart, type WebhookPartProps } from './webhook-part.tsx';

export interface ProgramsPageProps extends Pick<PageProps, 'mirror'> {
  readonly api: KeyListProps['api'] & WebhookPartProps['api'];
}

/** What other programs may ask, and what they are told. */
export function ProgramsPage({ api, mirror }: ProgramsPageProps) {
  const t = useTexts();
  const { zone } = mirror.settings.site;
  return (
    <>
      <PageHead title={t('admin.page-programs')} lead={t('admin.programs-lead')} />
      <KeyList api={api} zone={zone} />
      <WebhookPart api={api} zone={zone} />
    </>
  );
}
