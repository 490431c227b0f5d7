import { Ellipsis, Star } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useCommand } from '#renderer/client/hooks.ts';
import { composing, IconButton, Menu, showToast, TextField, ToggleButton } from '#renderer/ui/index.ts';
import { type BranchSet, type CauseBranch, causeTrees } from '#shared/domain/expectation/causes.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import {
  AutoText,
  removeRecords,
  restoreRecord,
  updateRecord,
  useRegisterTools,
} from '../register/public.ts';
import styles from './fishbones.module.css';
import { linesOf, type Move, type OutlineLine, targetOf } from './outline.ts';
import { useTellProblem } from './parts.tsx';

type Cause = RecordOf<'cause'>;

/** A line that is being typed: after a cause, or as the last one of its place. */
interface Draft {
  readonly branch: CauseBranch;
  readonly parentId: string | null;
  readonly afterId: string | null;
}

export interface CauseOutlineProps {
  readonly fishboneId: string;
  readonly branches: BranchSet;
  readonly causes: readonly Cause[];
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

type Acts = ReturnType<typeof useActs>;

function useActs(fishboneId: string, order: Parameters<typeof targetOf>[2], onFocus: (id: string) => void) {
  const { t, problemText } = useRegisterTools();
  const tell = useTellProblem();
  const add = useCommand('cause.add');
  const move = useCommand('cause.move');
  return {
    add: async (draft: Draft, text: string): Promise<string | null> => {
      try {
        return (await add.mutateAsync({ fishboneId, ...draft, text })).id;
      } catch (error) {
        tell(error);
        return null;
      }
    },
    move: async (line: OutlineLine, direction: Move) => {
      const target = targetOf(line, direction, order);
      if (target === null) return;
      try {
        await move.mutateAsync({ id: line.node.id, ...target });
        onFocus(line.node.id);
      } catch (error) {
        tell(error);
      }
    },
    canMove: (line: OutlineLine, direction: Move) => targetOf(line, direction, order) !== null,
    save: async (id: string, patch: Partial<Pick<Cause, 'text' | 'is_root'>>): Promise<string | null> => {
      try {
        await updateRecord('cause', id, patch);
        return null;
      } catch (error) {
        return problemText(error);
      }
    },
    remove: async ({ node }: OutlineLine) => {
      try {
        await removeRecords([node.id]);
        showToast({
          text: t('register:deletedOne', { name: node.text }),
          action: { label: t('common:verb.undo'), onPress: () => void restoreRecord(node.id).catch(tell) },
        });
      } catch (error) {
        tell(error);
      }
    },
  };
}

function LineMenu({
  line,
  acts,
  onAdd,
}: {
  readonly line: OutlineLine;
  readonly acts: Acts;
  readonly onAdd: (draft: Draft) => void;
}) {
  const { t } = useRegisterTools();
  const label = t('expectation:cause.commands', { name: line.node.text });
  const entry = (move: Move, keys: string) => ({
    id: move,
    label: t(`expectation:cause.${move}`),
    keys,
    disabled: !acts.canMove(line, move),
    onAction: () => void acts.move(line, move),
  });
  const { id } = line.node;
  return (
    <Menu
      label={label}
      trigger={<IconButton small label={label} icon={<Ellipsis />} />}
      entries={[
        {
          id: 'below',
          label: t('expectation:cause.addBelow'),
          keys: 'Ctrl+Enter',
          onAction: () => onAdd({ branch: line.branch, parentId: id, afterId: null }),
        },
        { ...entry('in', 'Alt+Shift+→'), startsGroup: true },
        entry('out', 'Alt+Shift+←'),
        entry('up', 'Alt+Shift+↑'),
        entry('down', 'Alt+Shift+↓'),
        {
          id: 'remove',
          label: t('common:verb.delete'),
          danger: true,
          startsGroup: true,
          onAction: () => void acts.remove(line),
        },
      ]}
    />
  );
}

function CauseLine({
  line,
  acts,
  onAdd,
}: {
  readonly line: OutlineLine;
  readonly acts: Acts;
  readonly onAdd: (draft: Draft) => void;
}) {
  const { t } = useRegisterTools();
  const { node, branch, parent } = line;
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event)) return;
    const direction = MOVES[event.key];
    if (direction && event.altKey && event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      void acts.move(line, direction);
    } else if (event.key === 'Enter') {
      // The field has saved itself on its way here.
      event.preventDefault();
      const below = event.ctrlKey || event.metaKey;
      onAdd(
        below
          ? { branch, parentId: node.id, afterId: null }
          : { branch, parentId: parent?.node.id ?? null, afterId: node.id },
      );
    }
  };
  return (
    <li className={styles.cause} style={{ paddingInlineStart: `${node.depth * 24}px` }} data-cause={node.id}>
      <ToggleButton
        small
        iconOnly
        look="quiet"
        label={t('expectation:cause.root', { name: node.text })}
        icon={<Star fill={node.is_root ? 'currentColor' : 'none'} />}
        isSelected={node.is_root}
        onChange={(is_root) => void acts.save(node.id, { is_root })}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only watches the keys of the field inside */}
      <div className={styles.grow} onKeyDown={onKeyDown}>
        <AutoText
          label={t('expectation:cause.line', { level: node.depth + 1 })}
          labelHidden
          required
          maxLength={300}
          value={node.text}
          onSave={(text) => acts.save(node.id, { text: text ?? node.text })}
        />
      </div>
      <LineMenu line={line} acts={acts} onAdd={onAdd} />
    </li>
  );
}

/** A line to type into. Enter saves and offers the next one; Esc or leaving it empty gives up. */
function DraftLine(props: {
  readonly draft: Draft;
  readonly depth: number;
  readonly acts: Acts;
  readonly autoFocus: boolean;
  readonly onAdded: (id: string) => void;
  readonly onGiveUp: () => void;
}) {
  const { t } = useRegisterTools();
  const [text, setText] = useState('');
  const busy = useRef(false);
  const commit = async (): Promise<void> => {
    const typed = text.trim();
    if (busy.current) return;
    if (typed === '') {
      props.onGiveUp();
      return;
    }
    busy.current = true;
    const id = await props.acts.add(props.draft, typed);
    busy.current = false;
    if (id === null) return;
    setText('');
    props.onAdded(id);
  };
  return (
    <div
      className={styles.cause}
      style={{ paddingInlineStart: `${props.depth * 24 + 28}px` }}
      onKeyDownCapture={(event) => {
        if (composing(event)) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          event.stopPropagation();
          void commit();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          setText('');
          props.onGiveUp();
        }
      }}
    >
      <div className={styles.grow}>
        <TextField
          label={t('expectation:cause.add')}
          labelHidden
          placeholder={t('expectation:cause.add')}
          value={text}
          onChange={setText}
          onBlur={() => {
            if (text.trim() !== '') void commit();
            else props.onGiveUp();
          }}
          maxLength={300}
          autoFocus={props.autoFocus}
        />
      </div>
    </div>
  );
}

/** The lines of one branch, with the line that is being typed in its place and one more at the end. */
function Branch(props: {
  readonly branch: CauseBranch;
  readonly lines: readonly OutlineLine[];
  readonly draft: Draft | null;
  readonly acts: Acts;
  readonly onDraft: (draft: Draft | null) => void;
}) {
  const { branch, lines, draft, acts, onDraft } = props;
  const { valueName } = useRegisterTools();
  const name = valueName('cause', 'branch', branch);
  const own = draft?.branch === branch ? draft : null;
  const inside = (line: OutlineLine, id: string): boolean =>
    line.node.id === id || (line.parent !== null && inside(line.parent, id));
  const anchor = own === null ? null : (own.afterId ?? own.parentId);
  // The new line stands behind everything that hangs on the cause it follows.
  const after = anchor === null ? -1 : lines.findLastIndex((line) => inside(line, anchor));
  const parentDepth = lines.find(({ node }) => node.id === own?.parentId)?.node.depth ?? -1;
  const typed =
    own === null ? null : (
      <li key="draft">
        <DraftLine
          key={`${own.parentId} ${own.afterId}`}
          draft={own}
          depth={parentDepth + 1}
          acts={acts}
          autoFocus
          onAdded={(id) => onDraft({ ...own, afterId: id })}
          onGiveUp={() => onDraft(null)}
        />
      </li>
    );
  return (
    <section className={styles.branch} aria-label={name}>
      <h2>{name}</h2>
      <ul>
        {lines.flatMap((line, index) => [
          <CauseLine key={line.node.id} line={line} acts={acts} onAdd={onDraft} />,
          ...(index === after && typed !== null ? [typed] : []),
        ])}
      </ul>
      <DraftLine
        draft={{ branch, parentId: null, afterId: null }}
        depth={0}
        acts={acts}
        autoFocus={false}
        onAdded={() => {}}
        onGiveUp={() => {}}
      />
    </section>
  );
}

/** G7: the causes as an outline. Everything the drawing shows is written here, without the mouse. */
export function CauseOutline({ fishboneId, branches, causes }: CauseOutlineProps) {
  const { t } = useRegisterTools();
  const root = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [focusId, setFocusId] = useState<string | null>(null);
  const trees = causeTrees(branches, causes);
  const order = [...trees];
  const acts = useActs(fishboneId, order, setFocusId);
  // A line that changed its place keeps the focus, wherever it is drawn now.
  useEffect(() => {
    if (focusId === null) return;
    root.current?.querySelector<HTMLElement>(`[data-cause="${CSS.escape(focusId)}"] input`)?.focus();
    setFocusId(null);
  });
  return (
    <div ref={root} className={styles.outline}>
      <p className={styles.quiet}>{t('expectation:cause.keys')}</p>
      <div className={styles.branches}>
        {order.map(([branch, nodes]) => (
          <Branch
            key={branch}
            branch={branch}
            lines={linesOf(branch, nodes)}
            draft={draft}
            acts={acts}
            onDraft={setDraft}
          />
        ))}
      </div>
    </div>
  );
}
