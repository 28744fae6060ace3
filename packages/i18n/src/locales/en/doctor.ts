import type { Section } from '../../section.ts';
import type { doctor as vi } from '../vi/doctor.ts';

export const doctor = {
  'doctor.title': 'Looked at on {date}, {time}',
  'doctor.all-well': 'All is well.',
  'doctor.warnings': 'Worth a look: {count} marked “!”.',
  'doctor.not-well': 'Needs somebody now: {count} marked “✗”.',
  'doctor.hub-answers': 'Hub: runs at {url}.',
  'doctor.hub-off': 'Hub: does not run on this folder. Please start it.',
  'doctor.hub-hangs': 'Hub: is started but does not answer. Please stop it and start it again.',
  'doctor.hub-follows':
    'Hub: this computer is the standby and follows {url}. Use “motcua promote” only when the hub is gone for good.',
  'doctor.standby-off':
    'Hub: this computer is the standby of {url}, but does not follow it now. Please start it again.',
  'doctor.standby-unknown':
    'Standby: it was let in, but its address is not set. In administration, under Safekeeping, please type it, so that pages and kiosks find it.',
  'doctor.port-taken':
    'Hub: does not run, and another program has port {port}. Please stop that program or choose another port.',
  'doctor.disk-ok': 'Disk: {free} free.',
  'doctor.disk-low': 'Disk: only {free} free. Please remove files nobody needs this week.',
  'doctor.disk-full':
    'Disk: only {free} free. Soon no numbers can be given; please remove files nobody needs now.',
  'doctor.sync-ok': 'Writing: {ms} ms for each write.',
  'doctor.sync-slow':
    'Writing: {ms} ms for each write is rather slow. An SSD for the data folder would help.',
  'doctor.sync-bad':
    'Writing: {ms} ms for each write is far too slow. The disk may be failing; please back up and replace it.',
  'doctor.folder-bad':
    'Data folder: {folder} cannot be written. Please check its rights and its disk.',
  'doctor.clock-ok': 'Clock: {time} on {date}, set by the network.',
  'doctor.clock-unknown': 'Clock: {time} on {date}. Please compare it with yours.',
  'doctor.clock-unsynced':
    'Clock: {time} on {date}, not set by the network. Please compare it with yours and switch network time on.',
  'doctor.clock-back':
    'Clock: {minutes} minutes before the last thing that was written. Please set it right before numbers are given.',
  'doctor.clock-held':
    'Clock: {time} on {date} is too far after the open day {today}, so the hub does not believe it. If it is wrong, please set it; if it is right, say “motcua clock confirm”.',
  'doctor.clock-day-ahead':
    'Clock: {time} on {date}, but the open day is {today}. If the clock is right, say “motcua clock reset”; else please set it.',
  'doctor.clock-far':
    'Clock: {time} on {date}; the last thing was written on {today}. Please compare it with yours; if it is right, say “motcua clock confirm”.',
  'doctor.printer-ok': 'Printer {printer}: ready.',
  'doctor.printer-bad': 'Printer {printer}: {state}. Please check paper, cover, cable and power.',
  'doctor.printer-near-end': 'Printer {printer}: paper runs low. Please have a new roll ready.',
  'doctor.printer-reachable':
    'Printer {printer}: takes slips but answers nothing, so nobody knows whether it has paper. Please look at it.',
  'doctor.fonts-ok': 'Fonts: Vietnamese slips can be printed.',
  'doctor.fonts-bad': 'Fonts: the fonts for slips are missing. Please install the program again.',
  'doctor.devices-ok': 'Devices: all {count} are heard.',
  'doctor.devices-none': 'Devices: none has been let in yet.',
  'doctor.device-silent':
    'Device {device}: has not been heard for {age}. Please check its power and its cable.',
  'doctor.device-never':
    'Device {device}: has not been heard since the hub started. Please switch it on, or revoke it if it is gone.',
  'doctor.device-clock': 'Device {device}: its clock is off by {age}. Please set it.',
  'doctor.device-disk': 'Device {device}: only {free} free on its disk.',
  'doctor.backup-ok': 'Backup: the newest is {age} old, in {folder}.',
  'doctor.backup-old':
    'Backup: the newest is {age} old. In administration, under Safekeeping, press “Back up now”.',
  'doctor.backup-none':
    'Backup: there is none in {folder}. In administration, under Safekeeping, press “Back up now”.',
  'doctor.setup-gap': 'Set-up: still missing – {what}. Please see administration, {section}.',
  'doctor.backup-same-disk':
    'Backup: on the same disk as the data, so a broken disk takes both. Please keep backups on another disk (--backups), or copy them to a USB stick regularly: {folder}.',
  'doctor.device-slow':
    'Device {device}: slow connection, WebSocket is blocked. Please check the antivirus and the proxy there.',
  'doctor.authority-key-here':
    'The key of the authority lies beside the data ({file}): please move it elsewhere, into the safe.',
  'doctor.certificate-ok': 'Certificate: valid until {date}.',
  'doctor.certificate-soon': 'Certificate: ends on {date}. Please make a new one.',
  'doctor.certificate-over':
    'Certificate: ended on {date}. Pages do not open any more; please make a new one.',
  'doctor.certificate-bad': 'Certificate: {file} cannot be read. Please make a new one.',
  'doctor.data-ok': 'Data: sound.',
  'doctor.data-none': 'Data: there is none in {folder}.',
  'doctor.data-bad':
    'Data: the file is damaged ({why}). Please stop the hub and bring a backup back: motcua restore.',
  'doctor.numbers-with-letter':
    'Numbers: since {time} the hub’s numbers carry the letter {letters}, because it was restored or moved. Tomorrow they are as usual.',
  'doctor.minutes': '{count} min',
  'doctor.hours': '{count} h',
  'doctor.days': '{count} days',
} as const satisfies Section<typeof vi>;
