import { LARGEST_PARTY, type Party } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import { CheckField } from './check-field.tsx';
import styles from './party-fields.module.css';

const css = classNames(styles);

export interface PartyFieldsProps {
  readonly party: Party;
  /** Gets the initial focus. */
  readonly focused?: boolean;
  readonly onChange: (party: Party) => void;
}

/** How many people came with one number, how many files they bring, and whether on behalf of an absent person. */
export function PartyFields({ party, focused = false, onChange }: PartyFieldsProps) {
  const t = useTexts();
  return (
    <div className={css('fields')}>
      <Count
        label={t('counter.party-people')}
        value={party.people}
        focused={focused}
        onChange={(people) => onChange({ ...party, people })}
      />
      <Count
        label={t('counter.party-files')}
        value={party.files}
        focused={false}
        onChange={(files) => onChange({ ...party, files })}
      />
      <CheckField
        label={t('counter.party-proxy')}
        checked={party.proxy}
        onChange={(proxy) => onChange({ ...party, proxy })}
      />
    </div>
  );
}

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly focused: boolean;
  readonly onChange: (value: number) => void;
}

function Count({ label, value, focused, onChange }: CountProps) {
  return (
    <NumberField
      className={css('count')}
      minValue={1}
      maxValue={LARGEST_PARTY}
      value={value}
      autoFocus={focused}
      // An empty field counts as one.
      onChange={(next) => onChange(Number.isNaN(next) ? 1 : next)}
    >
      <Label>{label}</Label>
      <Group className={css('group')}>
        <Button slot="decrement">
          <Minus aria-hidden="true" />
        </Button>
        <Input className="tabular" />
        <Button slot="increment">
          <Plus aria-hidden="true" />
        </Button>
      </Group>
    </NumberField>
  );
}
