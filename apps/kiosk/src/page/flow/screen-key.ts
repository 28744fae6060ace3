import type { KioskView } from '../../bridge.ts';
import { paperNotice, type VisibleScreen } from './visible-screen.ts';

/** Changes whenever buttons may have moved. */
export function screenKey(shown: VisibleScreen, view: KioskView | null, covered: boolean): string {
  const part = (() => {
    switch (shown.name) {
      case 'ticket':
        return shown.slip;
      case 'slip-failed':
      case 'give-back':
        return String(shown.refused);
      case 'place':
        return shown.place.may.join(' ');
      case 'welcome':
      case 'confirm':
      case 'booked':
      case 'services':
      case 'more-groups':
      case 'more-services':
        return view === null ? '' : offered(view);
      default:
        return '';
    }
  })();
  return `${shown.name} ${part} ${covered ? 'covered' : ''}`;
}

/** What may change by itself while a visitor reads a list, and moves its buttons. */
function offered(view: KioskView): string {
  const services = view.services.map(
    ({ id, noNumbers, estimate, waiting }) =>
      `${id} ${noNumbers ?? ''} ${estimate === null} ${waiting === null}`,
  );
  return [...services, ...view.usual, paperNotice(view) ?? '', view.training].join('|');
}
