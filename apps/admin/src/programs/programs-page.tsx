import { useTexts } from '@motcua/ui';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { KeyList } from './key-list.tsx';

/** API keys of other programs. */
export function ProgramsPage({ api, mirror }: Pick<PageProps, 'api' | 'mirror'>) {
  const t = useTexts();
  return (
    <>
      <PageHead title={t('admin.page-programs')} lead={t('admin.programs-lead')} />
      <KeyList api={api} zone={mirror.settings.site.zone} />
    </>
  );
}
