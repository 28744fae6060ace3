import '@motcua/ui/tokens.css';
import type { Instant } from '@motcua/domain';
import { useCallback, useLayoutEffect, useReducer } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { KioskView } from '../bridge.ts';
import { Glass } from './frame/glass.tsx';
import { blockGestures } from './touch/block-gestures.ts';
import { nextFlow, startFlow, type Flow } from './flow/kiosk-flow.ts';
import { leavesAt } from './flow/timeouts.ts';
import type { Screen } from './flow/screen.ts';
import type { Dispatch } from './flow/use-kiosk-flow.ts';
import { loadHyphens } from './text/words.tsx';

/** Any screen of any centre, rendered without a service. */
export interface Scene {
  readonly screen: Screen;
  readonly view: KioskView | null;
  readonly linked: boolean;
  readonly language: Flow['language'];
  readonly largeText: boolean;
  /** With the idle warning. */
  readonly warning: boolean;
}

export interface Stage {
  /** Resolves when the layout is complete. */
  readonly show: (scene: Scene) => Promise<void>;
  /** The current screen after the visitor's touches. */
  readonly screen: () => Screen;
}

declare global {
  interface Window {
    readonly stage: Stage;
  }
}

const now = (): Instant => Date.now() as Instant;
const place = document.getElementById('kiosk');
if (place === null) throw new Error('The page has no place for the kiosk');
const root = createRoot(place);
let scenes = 0;
let screen: Screen = { name: 'welcome' };

function Scenery({ scene }: { readonly scene: Scene }) {
  const { view, linked, language, largeText, warning } = scene;
  const [flow, send] = useReducer(nextFlow, null, () => ({
    ...startFlow(now()),
    ...{ screen: scene.screen, language, largeText },
  }));
  const dispatch = useCallback<Dispatch>((event) => send({ ...event, at: now() }), []);
  useLayoutEffect(() => {
    screen = flow.screen;
  }, [flow.screen]);
  const leaves = leavesAt(flow);
  const at = warning && leaves !== null ? ((leaves - 10_000) as Instant) : now();
  return (
    <Glass
      {...{ view, linked, flow, dispatch }}
      now={at}
      clockOffsetMs={view === null ? 0 : view.at - at}
    />
  );
}

blockGestures(document);
// Loaded once, so that hyphens and fonts do not change a finished layout.
const hyphens = loadHyphens();

Object.assign(window, {
  stage: {
    async show(scene) {
      await hyphens;
      scenes += 1;
      flushSync(() => root.render(<Scenery key={scenes} scene={scene} />));
      // Text is fitted once per frame.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      await document.fonts.ready;
    },
    screen: () => screen,
  } satisfies Stage,
});
