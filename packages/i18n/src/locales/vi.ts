import { account } from './vi/account.ts';
import { adminImport } from './vi/admin-import.ts';
import { adminRules } from './vi/admin-rules.ts';
import { adminSetup } from './vi/admin-setup.ts';
import { adminStart } from './vi/admin-start.ts';
import { setup } from './vi/setup.ts';
import { adminMaintenance } from './vi/admin-maintenance.ts';
import { admin } from './vi/admin.ts';
import { common } from './vi/common.ts';
import { counterResult } from './vi/counter-result.ts';
import { counter } from './vi/counter.ts';
import { display } from './vi/display.ts';
import { doctor } from './vi/doctor.ts';
import { figures } from './vi/figures.ts';
import { hub } from './vi/hub.ts';
import { index766 } from './vi/index-766.ts';
import { journal } from './vi/journal.ts';
import { imports } from './vi/import.ts';
import { kiosk } from './vi/kiosk.ts';
import { programs } from './vi/programs.ts';
import { monitor } from './vi/monitor.ts';
import { refusal } from './vi/refusal.ts';
import { report } from './vi/report.ts';
import { room } from './vi/room.ts';
import { story } from './vi/story.ts';
import { slip } from './vi/slip.ts';

/** Vietnamese is the source of keys: a key that is missing in another language does not compile. */
export const vi = {
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
} as const;
