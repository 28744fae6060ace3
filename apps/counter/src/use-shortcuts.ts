import { useEffect, useEffectEvent } from 'react';
import type { PadCommand } from './pad-command.ts';
import { type Intent, intentOf, type KeyPress } from './shortcuts.ts';

/** Listens on the whole page; a dialog or menu that is open has the keyboard to itself. */
export function useShortcuts(
  allowed: ReadonlySet<PadCommand>,
  onIntent: (intent: Exclude<Intent, { type: 'nothing' }>) => void,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const intent = intentOf(toKeyPress(event), allowed);
    if (intent.type === 'nothing') return;
    // Space scrolls, F1 opens the browser's help, and a button would hear its Enter a second time.
    event.preventDefault();
    event.stopPropagation();
    onIntent(intent);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

function toKeyPress(event: KeyboardEvent): KeyPress {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing } = event;
  const focus = focusOf(event.target);
  return { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing, focus };
}

function focusOf(target: EventTarget | null): KeyPress['focus'] {
  if (!(target instanceof Element)) return 'page';
  const field = 'input, textarea, select, [contenteditable=true]';
  if (target.closest(`${field}, [role=dialog], [role=alertdialog], [role=menu]`)) return 'text';
  // What the mouse left focused must not swallow the next Enter; what Tab reached keeps it.
  const control = target.closest('button, a, [role=tab]');
  return control?.matches(':focus-visible') ? 'control' : 'page';
}
