import { expect, it } from 'vitest';
import { composeAnnouncement } from './compose-announcement.ts';

const call = {
  kind: 'call',
  number: 'H021',
  counterNumber: 3,
  reading: 'cardinal',
  languages: ['vi'],
} as const;

it('makes a row of clips and a caption with the same words', () => {
  expect(composeAnnouncement(call)).toEqual([
    {
      language: 'vi',
      caption: 'Mời công dân có số H021, đến quầy số 3.',
      clips: ['call-1', 'letter-h', 'n-2', 'tens', 'n-1-after-tens', 'call-2', 'n-3'],
    },
  ]);
});

it('reads the digits one by one where the site wants it, and the counter still as a number', () => {
  const [utterance] = composeAnnouncement({ ...call, reading: 'digits', counterNumber: 12 });
  expect(utterance?.clips).toEqual('call-1 letter-h n-0 n-2 n-1 call-2 n-10 n-2'.split(' '));
});

it('says first that a call is repeated', () => {
  const captions = composeAnnouncement({ ...call, kind: 'recall', languages: ['vi', 'en', 'de'] });
  expect(captions.map(({ caption }) => caption)).toEqual([
    'Xin nhắc lại. Mời công dân có số H021, đến quầy số 3.',
    'Second call. Number H021, counter 3.',
    'Zweiter Aufruf. Nummer H021, Schalter 3.',
  ]);
  expect(captions[1]?.clips.slice(0, 2)).toEqual(['recall-1', 'letter-h']);
});

it('speaks each language once, in the order given, and leaves out unknown ones', () => {
  const spoken = composeAnnouncement({ ...call, languages: ['en', 'vi', 'en', 'mtq'] });
  expect(spoken.map(({ language }) => language)).toEqual(['en', 'vi']);
});
