import type { CSSProperties } from 'react';
import { Arrow } from './arrow.tsx';
import { Panel } from './panel.tsx';
import { Bilingual } from '../page/bilingual.tsx';
import type { ShownCall } from '../page/room-view.ts';
import './focus-call.css';

export interface FocusCallProps {
  readonly call: ShownCall;
  readonly speaking: boolean;
}

/** The call shown large: number, arrow, counter, and the words being spoken. */
export function FocusCall({ call, speaking }: FocusCallProps) {
  const { number, counterNumber, captions, fresh } = call;
  const characters: CSSProperties & { '--characters': number } = {
    '--characters': Math.max(4, number.length),
  };
  return (
    <Panel
      className={`focus-call ${fresh || speaking ? 'focus-call-fresh' : ''}`.trim()}
      announces
      style={characters}
    >
      <h2 className="focus-label">
        <Bilingual text="display.number" />
      </h2>
      <p className="focus-number tabular">{number}</p>
      <div className="focus-way">
        <Arrow className="focus-arrow" />
        <p className="focus-counter">
          <Bilingual text="display.counter" />
          <span className="focus-counter-number tabular">{counterNumber}</span>
        </p>
      </div>
      <div className="focus-captions">
        {captions.map(({ language, text }) => (
          <p key={language} lang={language}>
            {text}
          </p>
        ))}
      </div>
    </Panel>
  );
}
