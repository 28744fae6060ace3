import { MAX_COUNTERS } from '@motcua/domain/setup';
import { Banner, Button, classNames, refusalText, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { TextField } from '../forms/fields.tsx';
import { numberProblem } from '../forms/text-fields.ts';
import { Card } from '../frame/card.tsx';
import { CountersPage } from '../setup/counters-page.tsx';
import type { StepProps } from './step-props.ts';
import { useSetUp } from './use-set-up.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

/** How many there are is enough for a proposal; each can be changed below. */
export function CountersStep({ hub, mirror, api, go }: StepProps) {
  const t = useTexts();
  const { busy, refusal, apply } = useSetUp(api);
  const { counters, queues } = mirror.settings;
  const [typed, setTyped] = useState(String(Math.max(counters.length, 1)));
  const problem = numberProblem(typed, 1, MAX_COUNTERS);
  return (
    <>
      <CountersPage hub={hub} mirror={mirror} go={go} />
      {queues.length > 0 && (
        <Card aria-label={t('setup.counters-propose')}>
          <form
            className={parts('stack')}
            onSubmit={(event) => {
              event.preventDefault();
              if (problem === null) void apply({ type: 'counters', count: Number(typed) });
            }}
          >
            <TextField
              label={t('setup.counters-count')}
              hint={t('setup.counters-count-hint')}
              value={typed}
              onChange={setTyped}
              width={4}
              numeric
              problem={problem ?? undefined}
            />
            <div>
              <Button type="submit" variant="primary" isPending={busy}>
                {t('setup.counters-propose')}
              </Button>
            </div>
          </form>
          {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
        </Card>
      )}
    </>
  );
}
