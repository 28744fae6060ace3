// @vitest-environment happy-dom
import type { LocalDate } from '@motcua/domain';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { DayField } from './day-field.tsx';
import { render, type Rendered } from '@motcua/ui/rendered';
import { dayOf } from './typed-day.ts';

const day = (text: string) => text as LocalDate;

describe('a day that is typed', () => {
  it.each([
    ['5/3/2027', '2027-03-05'],
    ['05.03.2027', '2027-03-05'],
    ['5 3 2027', '2027-03-05'],
    ['05032027', '2027-03-05'],
    ['2027-03-05', '2027-03-05'],
    ['3/25/2027', null],
    ['31/2/2027', null],
    ['5/3', null],
    ['', null],
  ])('is read from %j as %j', (typed, read) => {
    expect(dayOf(typed)).toBe(read);
  });
});

describe('the field of a day', () => {
  let shown: Rendered | null = null;
  afterEach(async () => shown?.unmount());

  function Field({ onChange }: { readonly onChange: (day: LocalDate) => void }) {
    const [value, setValue] = useState<LocalDate | null>(day('2026-11-23'));
    return (
      <DayField
        label="Day"
        value={value}
        onChange={(chosen) => {
          setValue(chosen);
          onChange(chosen);
        }}
      />
    );
  }

  it.each([
    ['vi', '23/11/2026'],
    ['en', '23/11/2026'],
    ['de', '23.11.2026'],
  ] as const)('writes it in the language of the page: %s', async (language, text) => {
    shown = await render(<Field onChange={() => undefined} />, language);
    expect(shown.field('Day').value).toBe(text);
  });

  it('changes nothing before a whole day is typed, and never rewrites what is being typed', async () => {
    const changes: LocalDate[] = [];
    shown = await render(<Field onChange={(each) => changes.push(each)} />);
    const field = shown.field('Day');
    await shown.type(field, '5/3');
    expect([changes, field.value]).toEqual([[], '5/3']);
    await shown.type(field, '5/3/2027');
    expect([changes, field.value]).toEqual([['2027-03-05'], '5/3/2027']);
  });
});
