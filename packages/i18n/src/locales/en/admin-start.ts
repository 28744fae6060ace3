import type { Section } from '../../section.ts';
import type { adminStart as vietnamese } from '../vi/admin-start.ts';

export const adminStart: Section<typeof vietnamese> = {
  'admin.menu': 'Sections',
  'admin.not-yours-title': 'This section is not yours',
  'admin.not-yours-body': 'You are signed in as: {mine}. This section belongs to: {theirs}.',
  'admin.setup-title': 'Still missing before work can begin',
  'admin.setup-lead': 'Please go from top to bottom. What is done disappears from here by itself.',
  'admin.gap-no-name': 'Name the centre and the authority above it',
  'admin.gap-no-name-why': 'Shown on displays, slips and reports.',
  'admin.gap-no-hours': 'Set the opening hours',
  'admin.gap-no-hours-why': 'Outside opening hours nobody can take a number.',
  'admin.gap-no-queue': 'Add a queue',
  'admin.gap-no-queue-why': 'Each queue has letters and numbers of its own, such as H001.',
  'admin.gap-no-group': 'Add a group of services',
  'admin.gap-no-group-why': 'The buttons on the kiosk’s first page.',
  'admin.gap-no-service': 'Add a service',
  'admin.gap-no-service-why': 'What visitors come for, such as registering a marriage.',
  'admin.gap-no-counter': 'Add a counter',
  'admin.gap-no-counter-why': 'Where clerks serve, and which queues they call from.',
  'admin.gap-queue-without-counter': 'Give a counter these queues: {queues}',
  'admin.gap-queue-without-counter-why':
    'Visitors can take a number there, but no counter calls it.',
  'admin.gap-no-clerk': 'Add a clerk',
  'admin.gap-no-clerk-why': 'Clerks sign in at {address} to open a counter and call.',
  'admin.gap-no-display': 'Let a display in',
  'admin.gap-no-display-why':
    'Without a display nobody hears or sees a call. On the television’s computer, open {address}; its six digits appear under Devices.',
  'admin.gap-no-kiosk': 'Let a kiosk in',
  'admin.gap-no-kiosk-why':
    'Until then, staff give numbers at {address}, “On the floor (no counter)”. When a kiosk runs for the first time, its six digits appear under Devices.',
  'admin.gap-theirs': 'This belongs to: {role}.',
  'admin.go-to': 'Go to {page}',
  'admin.first-queue':
    'Every service waits in a queue, and every counter calls from queues. Please add a queue first.',
  'admin.first-group': 'The kiosk shows services in groups. Please add a group first.',
  'admin.no-services': 'There are no services yet.',
  'admin.no-groups': 'There are no groups yet.',
  'admin.no-priority-groups': 'There are no priority groups yet.',
};
