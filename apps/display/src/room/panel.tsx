import { type CSSProperties, type ReactNode, useLayoutEffect, useRef } from 'react';

export interface PanelProps {
  readonly className: string;
  readonly style?: CSSProperties;
  readonly announces?: boolean;
  readonly children: ReactNode;
}

/**
 * An area whose style sheet measures in hundredths of it, `--panel-w` and `--panel-h`, in place of
 * container units, which old browsers lack.
 */
export function Panel({ className, style = {}, announces = false, children }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    if (element === null) return;
    const measure = (): void => {
      element.style.setProperty('--panel-w', `${element.clientWidth / 100}px`);
      element.style.setProperty('--panel-h', `${element.clientHeight / 100}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={panel}
      className={className}
      style={style}
      {...(announces ? { 'aria-live': 'assertive' } : {})}
    >
      {children}
    </section>
  );
}
