import { Dialog } from './dialog.tsx';
import { setSingleKeys, shortcuts, singleKeys } from './shortcuts.ts';

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** What keys do here, and the switch for who wants none. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl class="shortcut-list">
        {shortcuts.value.flat().map(({ keys, words }) => (
          <>
            <dt key={`${words} keys`}>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && ' '}
                  <kbd>{SHOWN[key] ?? key}</kbd>
                </span>
              ))}
            </dt>
            <dd key={words}>{words}</dd>
          </>
        ))}
        <dt>
          <kbd>Ctrl</kbd> <kbd>Z</kbd>
        </dt>
        <dd>Undo, where something can be changed; with Shift, redo</dd>
        <dt>
          <kbd>Tab</kbd>
        </dt>
        <dd>From control to control; Enter follows or presses</dd>
      </dl>
      <p>
        <label class="check">
          <input
            type="checkbox"
            checked={singleKeys.value}
            onChange={(event) => setSingleKeys(event.currentTarget.checked)}
          />{' '}
          Single keys do something
        </label>
      </p>
    </Dialog>
  );
}
