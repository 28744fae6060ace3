import { ok, refuse, type Result } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import type { HubCommand, HubCommandType } from '../engine/hub-command.ts';
import { whyNot } from '../identity/rights.ts';
import { actOnVisit } from './visits/act-on-visit.ts';
import { endCalls, expireAnnouncements, reportAnnouncement } from './visits/announce.ts';
import { cancelBooking, checkIn, makeBooking } from './tickets/bookings.ts';
import { callNext } from './visits/call-next.ts';
import { setVisitorNotes } from './visits/visitor-notes.ts';
import { closeDay, forgetVisits } from './centre/close-day.ts';
import { confirmClock } from './centre/confirm-clock.ts';
import {
  closeCounter,
  noteAttendance,
  openCounter,
  pauseCounter,
  resumeCounter,
} from './centre/counters.ts';
import { issueTicket } from './tickets/issue-ticket.ts';
import { noteLostHistory } from './tickets/lost-history.ts';
import { markMissed } from './visits/missed.ts';
import { importTable } from './centre/import-table.ts';
import {
  putDevice,
  putPerson,
  recordAccess,
  reportCondition,
  setKiosk,
} from './centre/people-and-devices.ts';
import { printAgain, reportPrint, resolvePrint } from './tickets/print-jobs.ts';
import { applySetup } from './centre/apply-setup.ts';
import { putSetting, removeSetting } from './centre/settings.ts';
import { stepOut } from './visits/step-out.ts';
import { settleTicket } from './tickets/settle-ticket.ts';
import { undo } from './visits/undo.ts';
import type { CommandContext, UseCase } from './use-case.ts';
import { withdrawNumbers } from './tickets/withdraw-numbers.ts';

const USE_CASES: { readonly [T in HubCommandType]: UseCase<T> } = {
  'issue-ticket': issueTicket,
  'check-in': checkIn,
  'step-out': stepOut,
  'make-booking': makeBooking,
  'cancel-booking': cancelBooking,
  'set-care': setVisitorNotes,
  'set-kiosk': setKiosk,
  'withdraw-numbers': withdrawNumbers,
  'report-print': reportPrint,
  'resolve-print': resolvePrint,
  'print-again': printAgain,
  'settle-ticket': settleTicket,
  'open-counter': openCounter,
  'close-counter': closeCounter,
  'pause-counter': pauseCounter,
  'resume-counter': resumeCounter,
  'call-next': callNext,
  'act-on-visit': actOnVisit,
  'undo': undo,
  'report-announcement': reportAnnouncement,
  'report-condition': reportCondition,
  'put-setting': putSetting,
  'remove-setting': removeSetting,
  'apply-setup': applySetup,
  'put-person': putPerson,
  'put-device': putDevice,
  'record-access': recordAccess,
  'import-table': importTable,
  'forget-visits': forgetVisits,
  'close-day': closeDay,
  'confirm-clock': confirmClock,
  'expire-announcements': expireAnnouncements,
  'mark-missed': markMissed,
  'note-attendance': noteAttendance,
  'note-lost-history': noteLostHistory,
};

/** These commands end or restore calls themselves. */
const HANDLES_OWN_CALLS: ReadonlySet<HubCommandType> = new Set<HubCommandType>([
  'undo',
  'close-day',
  'confirm-clock',
]);

/** The facts of a command, or its refusal. Changes nothing. */
export function decide(context: CommandContext, command: HubCommand): Result<readonly Fact[]> {
  const no = whyNot(command.type, context.identity);
  if (no !== null) return refuse(no);
  // Sound: the table pairs each type with its own use case.
  const decider = USE_CASES[command.type] as UseCase<HubCommandType>;
  const decided = decider(context, command);
  return decided.ok && !HANDLES_OWN_CALLS.has(command.type)
    ? ok([...decided.value, ...endCalls(context, decided.value)])
    : decided;
}
