import { classNames } from '@motcua/ui';
import { MM, pxOf } from './glass-lengths.ts';
import type { GuardedPlace, PressGuard } from './press-guard.ts';
import styles from './glass-shields.module.css';

const css = classNames(styles);

export interface TouchShields {
  readonly update: () => void;
  readonly remove: () => void;
}

/** A finger that stays down may be found to be resting. */
const RECHECK_INTERVAL_MS = 1_000;

/** Covers the places where the guard ignores presses, so that no button looks pressed without acting. */
export function placeTouchShields(guard: PressGuard): TouchShields {
  const layer = document.createElement('div');
  layer.className = css('shields');
  layer.ariaHidden = 'true';
  document.body.append(layer);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function update(): void {
    clearTimeout(timer);
    const now = performance.now();
    const places = guard.guardedPlaces(now);
    const unsettledMs = guard.settlesAt() - now;
    layer.dataset['everywhere'] = String(unsettledMs > 0);
    layer.replaceChildren(...places.map(shieldAt));
    const waits = places.map(({ until }) => Math.min(until - now, RECHECK_INTERVAL_MS));
    if (unsettledMs > 0) waits.push(unsettledMs);
    if (waits.length > 0) timer = setTimeout(update, Math.min(...waits) + 1);
  }

  return {
    update,
    remove() {
      clearTimeout(timer);
      layer.remove();
    },
  };
}

function shieldAt({ x, y }: GuardedPlace): HTMLElement {
  const shield = document.createElement('i');
  const radius = pxOf(MM.near);
  shield.style.setProperty('left', `${x - radius}px`);
  shield.style.setProperty('top', `${y - radius}px`);
  shield.style.setProperty('width', `${radius * 2}px`);
  shield.style.setProperty('height', `${radius * 2}px`);
  return shield;
}
