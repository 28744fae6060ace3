import { Component, useEffect, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useTexts } from './text.tsx';
import { classNames } from './class-names.ts';
import styles from './error-boundary.module.css';

const css = classNames(styles);

export interface ErrorBoundaryProps {
  /** For the log; the visitor never sees it. */
  readonly onFault?: (fault: unknown, componentStack: string) => void;
  readonly onReload?: () => void;
  /** Screens without a keyboard reload by themselves after this time. */
  readonly reloadAfterMs?: number;
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
}

/** Shows an apology instead of a blank page when a component throws. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override componentDidCatch(fault: unknown, { componentStack }: ErrorInfo): void {
    this.props.onFault?.(fault, componentStack ?? '');
  }

  override render(): ReactNode {
    const { children, onReload = reload, reloadAfterMs } = this.props;
    if (!this.state.broken) return children;
    return (
      <Apology onReload={onReload} {...(reloadAfterMs === undefined ? {} : { reloadAfterMs })} />
    );
  }
}

export interface ApologyProps {
  readonly onReload: () => void;
  readonly reloadAfterMs?: number;
}

export function Apology({ onReload, reloadAfterMs }: ApologyProps) {
  const t = useTexts();
  useEffect(() => {
    if (reloadAfterMs === undefined) return;
    const timer = setTimeout(onReload, reloadAfterMs);
    return () => clearTimeout(timer);
  }, [onReload, reloadAfterMs]);
  return (
    <main className={css('apology')} role="alert">
      <h1>{t('common.fault-happened')}</h1>
      <p>{t('common.fault-what-now')}</p>
      <Button variant="primary" size="l" onPress={onReload}>
        {t('common.fault-reload')}
      </Button>
    </main>
  );
}

function reload(): void {
  location.reload();
}
