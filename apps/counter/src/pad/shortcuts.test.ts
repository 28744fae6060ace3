import { describe, expect, it } from 'vitest';
import { PAD_COMMANDS } from './pad-command.ts';
import { type CounterCommand, PAGE_COMMANDS } from '../page/page-command.ts';
import { intentOf, type KeyPress, SHOWN_KEYS } from './shortcuts.ts';

const COMMANDS: readonly CounterCommand[] = [...PAD_COMMANDS, ...PAGE_COMMANDS];
const EVERYTHING: ReadonlySet<CounterCommand> = new Set(
  COMMANDS.filter((command) => command !== 'resume'),
);
const press = (key: string, overrides: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  focus: 'page',
  ...overrides,
});

describe('a key at the counter', () => {
  it.each([
    ['Enter', 'call-next'],
    [' ', 'call-next'],
    ['+', 'recall'],
    ['r', 'recall'],
    ['s', 'start-service'],
    ['0', 'finish'],
    ['f', 'finish'],
    ['-', 'mark-no-show'],
    ['v', 'mark-no-show'],
    ['p', 'park'],
    ['*', 'transfer'],
    ['c', 'transfer'],
    ['b', 'send-back'],
    ['h', 'postpone'],
    ['t', 'go-on'],
    ['m', 'more'],
    ['j', 'rejoin'],
    ['Delete', 'cancel'],
    ['z', 'undo'],
    ['Backspace', 'undo'],
    ['/', 'pause'],
    ['n', 'pause'],
    ['?', 'help'],
    ['F1', 'help'],
    ['q', 'tab-waiting'],
    ['g', 'tab-parked'],
    ['l', 'tab-missed'],
    ['k', 'tab-elsewhere'],
    ['y', 'room'],
  ] as const)('%s means %s', (key, command) => {
    expect(intentOf(press(key), EVERYTHING)).toEqual({ type: 'do', command });
  });

  it('reads the digits by their position, where the layout is Windows’ Vietnamese one', () => {
    const typed = (code: string, key: string, shiftKey = false) =>
      intentOf(press(key, { code, shiftKey }), EVERYTHING, 7);
    expect(typed('Digit1', 'ă')).toEqual({ type: 'row', place: 1 });
    expect(typed('Digit5', 'Dead')).toEqual({ type: 'row', place: 5 });
    expect(typed('Digit6', '\u0309')).toEqual({ type: 'row', place: 6 });
    expect(typed('Digit8', '\u0301')).toEqual({ type: 'do', command: 'start-service' });
    expect(typed('Digit9', '\u0323')).toEqual({ type: 'do', command: 'finish-and-next' });
    expect(typed('Digit0', 'đ')).toEqual({ type: 'do', command: 'finish' });
    expect(typed('Digit8', '*', true)).toEqual({ type: 'do', command: 'transfer' });
    expect(typed('Digit9', '(', true)).toEqual({ type: 'nothing' });
    // Another layout has a sign there that means something.
    expect(typed('Digit6', '-')).toEqual({ type: 'do', command: 'mark-no-show' });
  });

  it('reads capitals as the same letters, for Caps Lock', () => {
    expect(intentOf(press('S'), EVERYTHING)).toEqual({ type: 'do', command: 'start-service' });
  });

  it('finishes and calls with Shift and Enter', () => {
    expect(intentOf(press('Enter', { shiftKey: true }), EVERYTHING)).toEqual({
      type: 'do',
      command: 'finish-and-next',
    });
    expect(intentOf(press(' ', { shiftKey: true }), EVERYTHING)).toEqual({ type: 'nothing' });
  });

  it('parks for all with Shift and P', () => {
    const shifted = press('P', { shiftKey: true });
    expect(intentOf(shifted, EVERYTHING)).toEqual({ type: 'do', command: 'park-shared' });
  });

  it('leaves the counter, or the page, only with Shift', () => {
    for (const [key, command] of [
      ['O', 'change-counter'],
      ['X', 'sign-out'],
    ] as const) {
      expect(intentOf(press(key, { shiftKey: true }), EVERYTHING)).toEqual({ type: 'do', command });
      expect(intentOf(press(key), EVERYTHING)).toEqual({ type: 'nothing' });
    }
  });

  it('takes a digit for that line of the open list, as far as there are lines', () => {
    expect(intentOf(press('2'), EVERYTHING, 3)).toEqual({ type: 'row', place: 2 });
    expect(intentOf(press('4'), EVERYTHING, 3)).toEqual({ type: 'nothing' });
    expect(intentOf(press('0'), EVERYTHING, 9)).toMatchObject({ command: 'finish' });
    for (const how of [{ focus: 'text' }, { repeat: true }, { ctrlKey: true }] as const)
      expect(intentOf(press('1', how), EVERYTHING, 9)).toEqual({ type: 'nothing' });
  });

  it('takes the keypad zero for finish even without Num Lock', () => {
    const zero = press('Insert', { code: 'Numpad0' });
    expect(intentOf(zero, EVERYTHING)).toEqual({ type: 'do', command: 'finish' });
  });

  it('undoes with Ctrl and Z, and leaves every other Ctrl, Alt and Meta key to the browser', () => {
    expect(intentOf(press('z', { ctrlKey: true }), EVERYTHING)).toMatchObject({ command: 'undo' });
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      expect(intentOf(press('r', held), EVERYTHING)).toEqual({ type: 'nothing' });
    }
  });

  it('is ignored while it is held down, typed into a field or part of a composed letter', () => {
    for (const how of [{ repeat: true }, { focus: 'text' }, { isComposing: true }] as const) {
      expect(intentOf(press('Enter', how), EVERYTHING)).toEqual({ type: 'nothing' });
    }
  });

  it('leaves Enter and Space to a focused button, but no other key', () => {
    expect(intentOf(press('Enter', { focus: 'control' }), EVERYTHING)).toEqual({ type: 'nothing' });
    expect(intentOf(press(' ', { focus: 'control' }), EVERYTHING)).toEqual({ type: 'nothing' });
    expect(intentOf(press('r', { focus: 'control' }), EVERYTHING)).toMatchObject({ type: 'do' });
  });

  it('answers "not now" to what is not allowed', () => {
    expect(intentOf(press('Enter'), new Set(['help']))).toEqual({
      type: 'not-now',
      command: 'call-next',
    });
  });

  it('resumes with the pause key of a paused counter', () => {
    expect(intentOf(press('/'), new Set(['resume']))).toEqual({ type: 'do', command: 'resume' });
  });
});

describe('the keys on the buttons', () => {
  it.each(COMMANDS)('do what %s says', (command) => {
    const keys = SHOWN_KEYS[command];
    expect(keys.length).toBeGreaterThan(0);
    for (const shown of keys) {
      const shiftKey = shown.startsWith('Shift + ');
      const name = shown.replace('Shift + ', '');
      const key = { 'Space': ' ', '−': '-' }[name] ?? name;
      expect(intentOf(press(key, { shiftKey }), new Set([command]), 7)).toEqual({
        type: 'do',
        command,
      });
    }
  });

  it('start and finish on the keypad, with Num Lock on or off', () => {
    const pressed = (code: string, key: string) => intentOf(press(key, { code }), EVERYTHING, 7);
    expect(pressed('Numpad8', '8')).toMatchObject({ command: 'start-service' });
    expect(pressed('Numpad8', 'ArrowUp')).toMatchObject({ command: 'start-service' });
    expect(pressed('Numpad9', 'PageUp')).toMatchObject({ command: 'finish-and-next' });
    expect(pressed('ArrowUp', 'ArrowUp')).toEqual({ type: 'nothing' });
    expect(pressed('Numpad7', '7')).toEqual({ type: 'row', place: 7 });
  });
});
