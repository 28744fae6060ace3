import { newId } from '@motcua/client';
import { Button, classNames } from '@motcua/ui';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLeave } from './unsaved.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './list-and-editor.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface Selection {
  readonly id: string | null;
  readonly choose: (id: string | null) => void;
  /** Begins an item; the id is made now, so that saving twice makes one item. */
  readonly begin: (prefix: string) => void;
  /** Without a question: the item is gone. */
  readonly clear: () => void;
}

/** Which item of a list is being edited. */
export function useSelection(): Selection {
  const leave = useLeave();
  const [id, setId] = useState<string | null>(null);
  return {
    id,
    choose: (wanted) => {
      if (wanted !== id) leave(() => setId(wanted));
    },
    begin: (prefix) => leave(() => setId(`${prefix}-${newId()}`)),
    clear: () => setId(null),
  };
}

export interface ListAndEditorProps {
  readonly label: string;
  /** The edited item: another one begins at its top. */
  readonly chosen: string | null;
  readonly addLabel: string;
  readonly onAdd: () => void;
  /** Above the list: a search, for example. */
  readonly above?: ReactNode;
  readonly list: ReactNode;
  readonly editor: ReactNode;
}

/** A list on the left, what is chosen in it on the right; one above the other on a narrow screen. */
export function ListAndEditor(props: ListAndEditorProps) {
  const { label, chosen, addLabel, onAdd, above, list, editor } = props;
  return (
    <div className={css('split')}>
      <section className={`${parts('card')} ${css('list')}`} aria-label={label}>
        <Button icon={<Plus size={20} />} onPress={onAdd}>
          {addLabel}
        </Button>
        {above}
        {list}
      </section>
      <section key={chosen} className={`${parts('card')} ${css('editor')}`} data-part="editor">
        {editor}
      </section>
    </div>
  );
}

export interface ListRowProps {
  readonly mark: string;
  readonly title: string;
  readonly note?: string;
  readonly dimmed?: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

export function ListRow({ mark, title, note, dimmed = false, chosen, onChoose }: ListRowProps) {
  return (
    <li>
      <button
        type="button"
        className={css('row', dimmed ? 'dimmed' : '')}
        data-part="row"
        aria-pressed={chosen}
        onClick={onChoose}
      >
        <span className={parts('mark')}>{mark}</span>
        <span className={css('words')}>
          <span className={css('title')}>{title}</span>
          {note !== undefined && note !== '' && <span className={css('note')}>{note}</span>}
        </span>
      </button>
    </li>
  );
}
