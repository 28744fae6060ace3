import { aPrintJob, minutesAfterT0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { readFact } from './older-facts.ts';

const older = (state: 'asked' | 'printed' | 'failed') => {
  const { proof: _proof, copy: _copy, ...rest } = aPrintJob({ state });
  return { ...rest, settledAt: minutesAfterT0(1) };
};

describe('a print job from before there were degrees of proof', () => {
  it.each([
    ['printed', 'proved'],
    ['failed', null],
    ['asked', null],
  ] as const)('that was %s reads %s', (state, proof) => {
    const printJob = older(state);
    const read = { ...printJob, proof, copy: false };
    for (const fact of [
      { type: 'print-job-changed', printJob },
      { type: 'ticket-issued', printJob },
    ])
      expect(readFact(JSON.stringify(fact))).toEqual({ ...fact, printJob: read });
  });

  it('stays unchanged where it has a proof, or is no print job', () => {
    const facts = [
      {
        type: 'print-job-changed',
        printJob: aPrintJob({ state: 'printed', proof: 'accepted', copy: true }),
      },
      { type: 'ticket-issued', printJob: null },
      { type: 'day-closed', day: '2026-11-23' },
    ];
    for (const fact of facts) expect(readFact(JSON.stringify(fact))).toEqual(fact);
  });
});
