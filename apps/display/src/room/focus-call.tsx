import { classNames } from '@motcua/ui';
import type { CSSProperties } from 'react';
import { Arrow } from './arrow.tsx';
import { Panel } from './panel.tsx';
import { Bilingual } from '../page/bilingual.tsx';
import type { ShownCall } from '../page/room-view.ts';
import styles from './focus-call.module.css';

const css = classNames(styles);

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
    <Panel className={css('focus', fresh || speaking ? 'fresh' : '')} announces style={characters}>
      <h2 className={css('label')}>
        <Bilingual text="display.number" />
      </h2>
      <p className={css('number')} data-part="number">
        {number}
      </p>
      <div className={css('way')} data-part="way">
        <Arrow className={css('arrow')} />
        <p className={css('counter')}>
          <Bilingual text="display.counter" />
          <span className={css('counter-number')}>{counterNumber}</span>
        </p>
      </div>
      <div className={css('captions')}>
        {captions.map(({ language, text }) => (
          <p key={language} lang={language}>
            {text}
          </p>
        ))}
      </div>
    </Panel>
  );
}
