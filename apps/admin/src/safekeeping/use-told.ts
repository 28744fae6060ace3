import type { Refusal, Result } from '@motcua/domain';
import { useEffect, useRef, useState } from 'react';

export interface Told<T> {
  /** The latest; null until the hub has answered once. */
  readonly told: T | null;
  readonly refusal: Refusal | null;
  /** Takes over an answer that came another way. */
  readonly learn: (answer: Result<T>) => void;
}

/** Asks now and again every `everyMs`. What was told last stays while the hub does not answer. */
export function useTold<T>(ask: () => Promise<Result<T>>, everyMs: number): Told<T> {
  const [told, setTold] = useState<T | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const asking = useRef(ask);
  asking.current = ask;
  const learn = (answer: Result<T>) => {
    if (answer.ok) setTold(answer.value);
    setRefusal(answer.ok ? null : answer.refusal);
  };
  const learning = useRef(learn);
  learning.current = learn;

  useEffect(() => {
    let left = false;
    const look = async () => {
      const answer = await asking.current();
      if (!left) learning.current(answer);
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [everyMs]);
  return { told, refusal, learn };
}
