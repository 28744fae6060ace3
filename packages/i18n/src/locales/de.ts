import { account } from './de/account.ts';
import { adminImport } from './de/admin-import.ts';
import { adminRules } from './de/admin-rules.ts';
import { adminSetup } from './de/admin-setup.ts';
import { adminStart } from './de/admin-start.ts';
import { setup } from './de/setup.ts';
import { adminMaintenance } from './de/admin-maintenance.ts';
import { admin } from './de/admin.ts';
import { common } from './de/common.ts';
import { counterResult } from './de/counter-result.ts';
import { counter } from './de/counter.ts';
import { display } from './de/display.ts';
import { doctor } from './de/doctor.ts';
import { figures } from './de/figures.ts';
import { hub } from './de/hub.ts';
import { index766 } from './de/index-766.ts';
import { journal } from './de/journal.ts';
import { imports } from './de/import.ts';
import { kiosk } from './de/kiosk.ts';
import { programs } from './de/programs.ts';
import { monitor } from './de/monitor.ts';
import { refusal } from './de/refusal.ts';
import { report } from './de/report.ts';
import { room } from './de/room.ts';
import { story } from './de/story.ts';
import { slip } from './de/slip.ts';
import type { Catalogue } from '../catalogue.ts';

export const de: Catalogue = {
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
