import { classNames } from '@motcua/ui';
import type { ComponentProps, ReactNode } from 'react';
import styles from './fields.module.css';

const css = classNames(styles);

/** A label with its text field, one above the other. */
export function Field({ children }: { readonly children: ReactNode }) {
  return <label className={css('field')}>{children}</label>;
}

/** An explanation below what it explains. */
export function Hint(props: ComponentProps<'p'>) {
  return <p className={css('hint')} {...props} />;
}
