import type { HubState } from '@motcua/client';
import { inLanguage, type Site } from '@motcua/domain';
import { isEmpty } from '@motcua/domain/setup';
import {
  Banner,
  Button,
  ChoosePasswordDialog,
  classNames,
  ConnectionBanner,
  LanguageSwitch,
  OwnAccountDialog,
  useTexts,
} from '@motcua/ui';
import {
  Building2,
  CalendarClock,
  ChartColumn,
  FileSpreadsheet,
  Gauge,
  KeyRound,
  Hourglass,
  ListChecks,
  LayoutList,
  LogOut,
  Menu,
  MonitorSmartphone,
  Presentation,
  Scale,
  ScrollText,
  ShieldCheck,
  UserRound,
  UsersRound,
  X,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useId, useState, type ComponentType } from 'react';
import { DevicesPage } from '../devices/devices-page.tsx';
import { useLeave } from '../forms/unsaved.tsx';
import { HoursPage } from '../hours/hours-page.tsx';
import { ImportPage } from '../import/import-page.tsx';
import { JournalPage } from '../journal/journal-page.tsx';
import { PeoplePage } from '../people/people-page.tsx';
import { ProgramsPage } from '../programs/programs-page.tsx';
import { ReportPage } from '../report/report-page.tsx';
import { RulesPage } from '../rules/rules-page.tsx';
import { BackupAlarm } from '../backup-settings/backup-alarm.tsx';
import { ClockAlarm } from '../backup-settings/clock-alarm.tsx';
import { BackupSettingsPage } from '../backup-settings/backup-settings-page.tsx';
import { CentrePage } from '../setup/centre-page.tsx';
import { CountersPage } from '../setup/counters-page.tsx';
import { ServicesPage } from '../setup/services-page.tsx';
import { StoryPage } from '../story/story-page.tsx';
import { TodayPage } from '../today/today-page.tsx';
import { SetupPage } from '../wizard/setup-page.tsx';
import type { LanguageControl, PageProps } from './page-props.ts';
import { NotYours } from './not-yours.tsx';
import { isPageOf, pagesFor, toHash, type AdminPage } from './pages.ts';
import { usePage } from './use-page.ts';
import partsStyles from './parts.module.css';
import styles from './admin-frame.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

const PAGES = {
  today: { icon: Gauge, Page: TodayPage },
  setup: { icon: ListChecks, Page: SetupPage },
  report: { icon: ChartColumn, Page: ReportPage },
  journal: { icon: ScrollText, Page: JournalPage },
  story: { icon: Hourglass, Page: StoryPage },
  devices: { icon: MonitorSmartphone, Page: DevicesPage },
  people: { icon: UsersRound, Page: PeoplePage },
  counters: { icon: Presentation, Page: CountersPage },
  services: { icon: LayoutList, Page: ServicesPage },
  hours: { icon: CalendarClock, Page: HoursPage },
  rules: { icon: Scale, Page: RulesPage },
  centre: { icon: Building2, Page: CentrePage },
  import: { icon: FileSpreadsheet, Page: ImportPage },
  safekeeping: { icon: ShieldCheck, Page: BackupSettingsPage },
  programs: { icon: KeyRound, Page: ProgramsPage },
} as const satisfies Record<
  AdminPage,
  { readonly icon: LucideIcon; readonly Page: ComponentType<PageProps> }
>;

export interface AdminFrameProps extends Omit<PageProps, 'part' | 'go'> {
  readonly state: HubState;
  readonly control: LanguageControl;
  /** A one-time link opened this session, so this person may have no password yet. */
  readonly cameByLink: boolean;
  readonly onLinkSettled: () => void;
}

/** Navigation on the left, one page on the right. */
export function AdminFrame(props: AdminFrameProps) {
  const { state, control, cameByLink, onLinkSettled, ...pageProps } = props;
  const { me, mirror, account } = pageProps;
  const t = useTexts();
  const [place, go] = usePage();
  const { page, part } = place;
  const [refused, setRefused] = useState(false);
  const [accountOpen, setAccountOpen] = useState(false);
  const { Page } = PAGES[page];

  const isNew = cameByLink && page === 'today' && isEmpty(mirror.settings);
  useEffect(() => {
    if (isNew) go({ page: 'setup', part: null });
  }, [isNew, go]);

  useEffect(() => {
    document.title = `${t(`admin.page-${page}`)} – motcua`;
  }, [page, t]);

  return (
    <div className={css('admin')}>
      <Side
        {...{ me, page, go, control }}
        site={mirror.settings.site}
        onAccount={() => setAccountOpen(true)}
        onSignOut={() => void account.signOut().then((no) => setRefused(no !== null))}
      />
      <main
        className={css('page')}
        data-page={page}
        data-behind={state.connection !== 'live' || undefined}
      >
        <ConnectionBanner state={state} />
        {refused && <Banner tone="fault">{t('refusal.hub-unavailable')}</Banner>}
        <ClockAlarm api={pageProps.api} zone={pageProps.mirror.settings.site.zone} />
        <BackupAlarm api={pageProps.api} onShow={() => go({ page: 'safekeeping', part: null })} />
        <ChoosePasswordDialog
          account={account}
          me={me}
          isOpen={cameByLink}
          onClose={onLinkSettled}
        />
        <OwnAccountDialog
          account={account}
          isOpen={accountOpen}
          onClose={() => setAccountOpen(false)}
        />
        {isPageOf(page, me.role) ? (
          <Page key={toHash(place)} {...pageProps} part={part} go={go} />
        ) : (
          <NotYours page={page} mine={me.role} go={go} />
        )}
      </main>
    </div>
  );
}

interface SideProps extends Pick<PageProps, 'me' | 'go'> {
  readonly page: AdminPage;
  readonly control: LanguageControl;
  readonly site: Pick<Site, 'name' | 'authority'>;
  readonly onAccount: () => void;
  readonly onSignOut: () => void;
}

function Side({ me, page, go, control, site, onAccount, onSignOut }: SideProps) {
  const t = useTexts();
  const leave = useLeave();
  const [menuOpen, setMenuOpen] = useState(false);
  const menuId = useId();
  return (
    <header className={css('side')} data-open={menuOpen || undefined}>
      <div className={css('head')}>
        <span className={parts('brand')}>motcua</span>
        <span className={css('site')}>{inLanguage(site.name, control.language)}</span>
        <span className={css('authority')}>{inLanguage(site.authority, control.language)}</span>
      </div>
      <button
        type="button"
        className={css('menu')}
        aria-expanded={menuOpen}
        aria-controls={menuId}
        onClick={() => setMenuOpen(!menuOpen)}
      >
        {menuOpen ? <X aria-hidden="true" size={24} /> : <Menu aria-hidden="true" size={24} />}
        {t(menuOpen ? 'common.close' : 'admin.menu')}
      </button>
      <nav id={menuId} aria-label={t('admin.navigation')}>
        {pagesFor(me.role).map((each) => {
          const Icon = PAGES[each].icon;
          return (
            <a
              key={each}
              href={`#${each}`}
              aria-current={each === page ? 'page' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                setMenuOpen(false);
                go({ page: each, part: null });
              }}
            >
              <Icon aria-hidden="true" size={22} />
              {t(`admin.page-${each}`)}
            </a>
          );
        })}
      </nav>
      <div className={css('foot')} data-part="side-foot">
        <LanguageSwitch {...control} />
        <span className={css('me')}>
          <strong>{me.name}</strong>
          <span>{t(`admin.role-${me.role}`)}</span>
        </span>
        <Button icon={<UserRound size={20} />} onPress={onAccount}>
          {t('account.title')}
        </Button>
        <Button icon={<LogOut size={20} />} onPress={() => leave(onSignOut)}>
          {t('common.sign-out')}
        </Button>
      </div>
    </header>
  );
}
