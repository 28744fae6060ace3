import { Button, classNames, useTexts } from '@motcua/ui';
import { UserRound } from 'lucide-react';
import styles from './top-bar.module.css';

const css = classNames(styles);

export interface OwnAccountButtonProps {
  readonly name: string;
  readonly onPress: () => void;
}

/** The name of the signed-in person; opens their account. */
export function OwnAccountButton({ name, onPress }: OwnAccountButtonProps) {
  const t = useTexts();
  return (
    <Button
      variant="quiet"
      className={css('clerk')}
      icon={<UserRound size={20} />}
      aria-label={`${name}, ${t('account.title')}`}
      onPress={onPress}
    >
      {name}
    </Button>
  );
}
