import type { PersonRole } from '@motcua/domain';
import { Banner, Button, useTexts } from '@motcua/ui';
import { PageHead } from './page-head.tsx';
import { ownerOf, type AdminPage, type Place } from './pages.ts';

export interface NotYoursProps {
  readonly page: AdminPage;
  readonly mine: PersonRole;
  readonly go: (place: Place) => void;
}

/** The address of another role's page names that role, instead of showing another page. */
export function NotYours({ page, mine, go }: NotYoursProps) {
  const t = useTexts();
  return (
    <>
      <PageHead title={t(`admin.page-${page}`)} lead="" />
      <Banner
        tone="notice"
        title={t('admin.not-yours-title')}
        action={
          <Button onPress={() => go({ page: 'today', part: null })}>{t('admin.page-today')}</Button>
        }
      >
        {t('admin.not-yours-body', {
          mine: t(`admin.role-${mine}`),
          theirs: t(`admin.role-${ownerOf(page)}`),
        })}
      </Banner>
    </>
  );
}
