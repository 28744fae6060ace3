/** Disables browser gestures other than pressing: context menu, zoom, dragging, selecting. */
export function blockGestures(page: Document): void {
  const prevent = (event: Event): void => event.preventDefault();
  for (const name of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart', 'dblclick']) {
    page.addEventListener(name, prevent);
  }
  page.addEventListener('wheel', (event) => event.ctrlKey && prevent(event), { passive: false });
  page.addEventListener('touchmove', (event) => event.touches.length > 1 && prevent(event), {
    passive: false,
  });
  // A key that is held down counts as one press, as for a finger.
  page.addEventListener(
    'keydown',
    (event) => event.repeat && (event.key === 'Enter' || event.key === ' ') && prevent(event),
    { capture: true },
  );
}
