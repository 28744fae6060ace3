import { Button, Dialog, useTexts } from '@motcua/ui';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';

interface Unsaved {
  readonly mark: (id: string, dirty: boolean) => void;
  /** Goes on at once, or asks first when something would be lost. */
  readonly leave: (goOn: () => void) => void;
}

const UnsavedContext = createContext<Unsaved>({
  mark: () => undefined,
  leave: (goOn) => goOn(),
});

export interface UnsavedGuardProps {
  readonly children: ReactNode;
}

/** Knows which forms inside hold something unsaved, and asks before it is lost. */
export function UnsavedGuard({ children }: UnsavedGuardProps) {
  const t = useTexts();
  const dirty = useRef(new Set<string>());
  const [waiting, setWaiting] = useState<(() => void) | null>(null);

  const mark = useCallback((id: string, isDirty: boolean) => {
    if (isDirty) dirty.current.add(id);
    else dirty.current.delete(id);
  }, []);
  const leave = useCallback((goOn: () => void) => {
    if (dirty.current.size === 0) goOn();
    else setWaiting(() => goOn);
  }, []);
  const unsaved = useMemo(() => ({ mark, leave }), [mark, leave]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (dirty.current.size > 0) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  return (
    <UnsavedContext value={unsaved}>
      {children}
      <Dialog
        role="alertdialog"
        title={t('admin.unsaved-title')}
        isOpen={waiting !== null}
        onClose={() => setWaiting(null)}
        actions={
          <>
            <Button
              variant="danger"
              onPress={() => {
                dirty.current.clear();
                waiting?.();
                setWaiting(null);
              }}
            >
              {t('admin.unsaved-leave')}
            </Button>
            <Button variant="primary" autoFocus onPress={() => setWaiting(null)}>
              {t('admin.unsaved-stay')}
            </Button>
          </>
        }
      >
        {t('admin.unsaved-body')}
      </Dialog>
    </UnsavedContext>
  );
}

/** Reports to the guard whether this form would lose something. */
export function useUnsaved(isDirty: boolean): void {
  const id = useId();
  const { mark } = use(UnsavedContext);
  useEffect(() => {
    mark(id, isDirty);
    return () => mark(id, false);
  }, [id, isDirty, mark]);
}

export function useLeave(): Unsaved['leave'] {
  return use(UnsavedContext).leave;
}
