import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { useTexts } from './text.tsx';

const css = classNames(styles);

export interface ButtonProps extends Pick<
  AriaButtonProps,
  'onPress' | 'isDisabled' | 'isPending' | 'type' | 'autoFocus' | 'aria-label' | 'form'
> {
  readonly variant?: 'primary' | 'secondary' | 'danger' | 'quiet';
  readonly size?: 'm' | 'l';
  /** The key that does the same, drawn as a key cap; the page itself handles it. */
  readonly shortcut?: string;
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}

export function Button({
  variant = 'secondary',
  size = 'm',
  shortcut,
  icon,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={`${css('button', variant, size)} ${className}`.trim()}
      data-variant={variant}
    >
      {icon !== undefined && (
        <span className={css('icon')} aria-hidden="true">
          {icon}
        </span>
      )}
      {children !== undefined && <span>{children}</span>}
      {shortcut !== undefined && <KeyCap name={shortcut} />}
    </AriaButton>
  );
}

export interface KeyCapProps {
  readonly name: string;
}

/** A key as it looks on the keyboard. */
export function KeyCap({ name }: KeyCapProps) {
  const t = useTexts();
  return (
    <>
      <kbd className={css('key-cap')} aria-hidden="true">
        {name}
      </kbd>
      <span className="visually-hidden"> ({t('common.shortcut', { key: name })})</span>
    </>
  );
}
