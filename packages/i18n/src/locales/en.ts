import { account } from './en/account.ts';
import { adminImport } from './en/admin-import.ts';
import { adminRules } from './en/admin-rules.ts';
import { adminSetup } from './en/admin-setup.ts';
import { adminStart } from './en/admin-start.ts';
import { setup } from './en/setup.ts';
import { adminMaintenance } from './en/admin-maintenance.ts';
import { admin } from './en/admin.ts';
import { common } from './en/common.ts';
import { counterResult } from './en/counter-result.ts';
import { counter } from './en/counter.ts';
import { display } from './en/display.ts';
import { doctor } from './en/doctor.ts';
import { figures } from './en/figures.ts';
import { hub } from './en/hub.ts';
import { index766 } from './en/index-766.ts';
import { journal } from './en/journal.ts';
import { imports } from './en/import.ts';
import { kiosk } from './en/kiosk.ts';
import { programs } from './en/programs.ts';
import { monitor } from './en/monitor.ts';
import { refusal } from './en/refusal.ts';
import { report } from './en/report.ts';
import { room } from './en/room.ts';
import { story } from './en/story.ts';
import { slip } from './en/slip.ts';
import type { Catalogue } from '../catalogue.ts';

export const en: Catalogue = {
  ...common,
  ...account,
  ...refusal,
  ...kiosk,
  ...slip,
  ...counter,
  ...counterResult,
  ...room,
  ...display,
  ...admin,
  ...adminSetup,
  ...adminImport,
  ...adminRules,
  ...adminStart,
  ...setup,
  ...adminMaintenance,
  ...report,
  ...monitor,
  ...story,
  ...figures,
  ...index766,
  ...journal,
  ...doctor,
  ...hub,
  ...imports,
  ...programs,
};
