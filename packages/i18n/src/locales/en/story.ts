import type { Section } from '../../section.ts';
import type { story as vietnamese } from '../vi/story.ts';

export const story: Section<typeof vietnamese> = {
  'admin.page-story': 'Why so long?',
  'story.lead': 'Enter the day and the number on the slip: what that visit waited for.',
  'story.why': 'Why?',
  'story.none': 'That number was not given that day, or the day’s visits are deleted by now.',
  'story.waited':
    'Waited {waited} from arrival to the first call; {count} others were called before.',
  'story.not-called': 'Never called; {count} others were called meanwhile.',
  'story.open-at-arrival': 'Counters open for this queue on arrival: {counters}.',
  'story.open-none': 'No counter was open for this queue on arrival.',
  'story.number':
    'Why is it {number}? The series begins at {from}; {given} lower numbers were given, {takenBack} of them taken back, and {notGiven} skipped. Practice has a series of its own: {practised}.',
  'story.arrived': 'Arrived, took the number',
  'story.ahead': 'on the slip: {count} ahead',
  'story.promised': 'told: called by {time}',
  'story.priority': 'priority',
  'story.booked': 'booked for {time}',
  'story.other': '{number} was called to counter {counter}',
  'story.other-later': 'came later, at {time}',
  'story.counter': 'Counter {counter}: {state}',
  'story.call-played': 'The call to counter {counter} was heard',
  'story.call-failed': 'The call to counter {counter} was not heard',
  'story.call-queued': 'The call to counter {counter}: not known whether it was heard',
  'story.call-playing': 'The call to counter {counter} is being spoken',
  'story.slip-printed': 'Slip printed',
  'story.slip-failed': 'Slip not printed',
  'story.slip-asked': 'Slip: not known whether it was printed',
  'story.undone': 'taken back',
};
