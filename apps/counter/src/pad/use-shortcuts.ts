import { useEffect, useEffectEvent, useRef } from 'react';
import type { CounterCommand } from '../page/page-command.ts';
import { type Intent, intentOf, type KeyPress } from './shortcuts.ts';

const OVERLAYS = '[role=dialog], [role=alertdialog], [role=menu]';

/** Listens on the whole page, except while a dialog or menu is open. */
export function useShortcuts(
  allowed: ReadonlySet<CounterCommand>,
  onIntent: (intent: Exclude<Intent, { type: 'nothing' }>) => void,
  rowKeys = 0,
): void {
  // A button focused by the mouse must not take the next Enter; one reached by Tab keeps it.
  const leftByPointer = useRef<EventTarget | null>(null);
  const press = useEffectEvent((event: KeyboardEvent) => {
    // Also when the focus was lost because the focused element went away: the keys are the dialog's.
    if (event.defaultPrevented || document.querySelector(OVERLAYS) !== null) return;
    const intent = intentOf(toKeyPress(event, leftByPointer.current), allowed, rowKeys);
    if (intent.type === 'nothing') return;
    // Space scrolls, F1 opens the browser's help, and a button would handle its Enter a second time.
    event.preventDefault();
    event.stopPropagation();
    onIntent(intent);
  });
  useEffect(() => {
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    let byPointer = false;
    window.addEventListener('pointerdown', () => (byPointer = true), options);
    window.addEventListener(
      'focusin',
      ({ target }) => (leftByPointer.current = byPointer ? target : null),
      options,
    );
    window.addEventListener(
      'keydown',
      (event) => {
        byPointer = false;
        press(event);
      },
      options,
    );
    return () => listening.abort();
  }, []);
}

const UNDO_ONLY: ReadonlySet<CounterCommand> = new Set<CounterCommand>(['undo']);
const NOTHING_TO_UNDO: ReadonlySet<CounterCommand> = new Set<CounterCommand>();

/** The undo key, for screens without other commands. */
export function useUndoKey(canUndo: boolean, onUndo: () => void): void {
  useShortcuts(canUndo ? UNDO_ONLY : NOTHING_TO_UNDO, ({ type }) => {
    if (type === 'do') onUndo();
  });
}

function toKeyPress(event: KeyboardEvent, leftByPointer: EventTarget | null): KeyPress {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing } = event;
  const focus = focusOf(event.target, leftByPointer);
  return { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing, focus };
}

function focusOf(target: EventTarget | null, leftByPointer: EventTarget | null): KeyPress['focus'] {
  if (!(target instanceof Element)) return 'page';
  const field = 'input, textarea, select, [contenteditable=true]';
  if (target.closest(`${field}, ${OVERLAYS}`)) return 'text';
  if (target === leftByPointer) return 'page';
  return target.closest('button, a, [role=tab]') ? 'control' : 'page';
}
