import type { Refusal, Result } from '@motcua/domain';
import { useCallback, useEffect, useState } from 'react';

export interface Polled<T> {
  /** The latest; null until the hub has answered once. */
  readonly answer: T | null;
  readonly refusal: Refusal | null;
  /** Accepts an answer of another request. */
  readonly accept: (answer: Result<T>) => void;
}

/** Polls every `everyMs`; `ask` stays the same. The last answer stays while the hub does not answer. */
export function usePolled<T>(ask: () => Promise<Result<T>>, everyMs: number): Polled<T> {
  const [answer, setAnswer] = useState<T | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const accept = useCallback((answer: Result<T>) => {
    if (answer.ok) setAnswer(answer.value);
    setRefusal(answer.ok ? null : answer.refusal);
  }, []);

  useEffect(() => {
    let left = false;
    const poll = async () => {
      const answer = await ask();
      if (!left) accept(answer);
    };
    void poll();
    const timer = setInterval(() => void poll(), everyMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [ask, everyMs, accept]);
  return { answer, refusal, accept };
}
