import { classNames, useTexts } from '@motcua/ui';
import { type ComponentType, useId } from 'react';
import fieldsStyles from './fields.module.css';
import styles from './icon-field.module.css';

const fields = classNames(fieldsStyles);
const css = classNames(styles);

export interface IconFieldProps<Icon extends string> {
  readonly icons: readonly Icon[];
  readonly value: Icon;
  readonly onChange: (icon: Icon) => void;
  readonly nameOf: (icon: Icon) => string;
  readonly Picture: ComponentType<{ readonly name: Icon }>;
}

/** A choice of icons. */
export function IconField<Icon extends string>(props: IconFieldProps<Icon>) {
  const { icons, value, onChange, nameOf, Picture } = props;
  const t = useTexts();
  const radio = useId();
  return (
    <fieldset className={`${fields('field')} ${css('icons')}`}>
      <legend>{t('admin.field-icon')}</legend>
      {icons.map((icon) => (
        <label key={icon} title={nameOf(icon)}>
          <input
            type="radio"
            className="visually-hidden"
            name={radio}
            checked={value === icon}
            onChange={() => onChange(icon)}
          />
          <Picture name={icon} />
          <span className="visually-hidden">{nameOf(icon)}</span>
        </label>
      ))}
    </fieldset>
  );
}
