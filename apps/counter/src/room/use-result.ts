import {
  type CounterId,
  type RecordedResult,
  servedAt,
  stepJustServed,
  type StepResult,
  USUAL_RESULT_RULE,
  type VisitId,
} from '@motcua/domain';
import type { CommandInput, Mirror } from '@motcua/client';
import type { Change } from '@motcua/protocol';
import { useState } from 'react';

/** The step that this counter served last, until it serves another or the question is put aside. */
export interface JustServed {
  readonly visitId: VisitId;
  readonly number: string;
  readonly step: number;
  readonly recorded: RecordedResult | null;
}

export interface ResultQuestion {
  readonly served: JustServed | null;
  /** Digits answer it now. */
  readonly takesDigits: boolean;
  readonly record: (result: StepResult, dossierCode: string | null) => void;
  readonly skip: () => void;
}

type Ended = Pick<JustServed, 'visitId' | 'step'>;

/** Asks what was done, while the next visitor may already be called. */
export function useResult(
  accepted: readonly Change[],
  mirror: Mirror,
  { counterId, training }: { readonly counterId: CounterId; readonly training: boolean },
  send: (input: CommandInput) => void,
): ResultQuestion {
  const [seen, setSeen] = useState(accepted);
  const [last, setLast] = useState<Ended | null>(null);
  if (accepted !== seen) {
    setSeen(accepted);
    setLast(endedIn(accepted, counterId) ?? last);
  }
  const isAsked = !training && (mirror.settings.site.results ?? USUAL_RESULT_RULE) !== 'off';
  const served = isAsked && last !== null ? justServed(last, mirror) : null;
  return {
    served,
    takesDigits: served !== null && served.recorded === null,
    record: (result, dossierCode) => {
      if (served === null) return;
      const { visitId, step } = served;
      const action = { type: 'set-result', step, result, dossierCode } as const;
      send({ type: 'act-on-visit', visitId, counterId, action, note: null, reason: null });
    },
    skip: () => setLast(null),
  };
}

function endedIn(accepted: readonly Change[], counterId: CounterId): Ended | null {
  const ended = accepted
    .filter((change) => change.type === 'visit-changed')
    .find(
      ({ action, counterId: at }) =>
        at === counterId && (action === 'finish' || action === 'go-on'),
    );
  return ended === undefined
    ? null
    : { visitId: ended.visit.id, step: stepJustServed(ended.visit) };
}

/** Null once the finish was undone. */
function justServed({ visitId, step }: Ended, { visits }: Mirror): JustServed | null {
  const visit = visits.get(visitId);
  if (visit === undefined || servedAt(visit, step) === undefined) return null;
  const recorded = visit.results?.find((each) => each.step === step) ?? null;
  return { visitId, number: visit.ticket.number, step, recorded };
}
