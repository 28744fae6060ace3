import type { Refusal, Result } from '@motcua/domain';
import { useCallback, useEffect, useState } from 'react';

export interface Told<T> {
  /** The latest; null until the hub has answered once. */
  readonly told: T | null;
  readonly refusal: Refusal | null;
  /** Takes over an answer that came another way. */
  readonly learn: (answer: Result<T>) => void;
}

/** Asks now and again every `everyMs`; `ask` stays the same. What was told last stays while the hub does not answer. */
export function useTold<T>(ask: () => Promise<Result<T>>, everyMs: number): Told<T> {
  const [told, setTold] = useState<T | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const learn = useCallback((answer: Result<T>) => {
    if (answer.ok) setTold(answer.value);
    setRefusal(answer.ok ? null : answer.refusal);
  }, []);

  useEffect(() => {
    let left = false;
    const look = async () => {
      const answer = await ask();
      if (!left) learn(answer);
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [ask, everyMs, learn]);
  return { told, refusal, learn };
}
