import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog'
import { KeyCaps } from '../../components/key-caps'
import { actions } from '../../lib/actions'
import type { ActionGroup } from '../../lib/actions/action'
import type { Shortcut } from '../../lib/shortcuts'
import { useAppStore } from '../../store/context'

/** Every shortcut of the app, made of the same list that the shortcuts are. */
export function KeyMap() {
  const { t } = useTranslation()
  const close = useAppStore((state) => state.closeOverlay)
  const groups: readonly { readonly group: ActionGroup; readonly label: string }[] = [
    { group: 'go', label: t('palette.go') },
    { group: 'switch', label: t('palette.switch') },
    { group: 'profiles', label: t('palette.profiles') },
    { group: 'check', label: t('palette.check') },
  ]
  const inLists: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [
    { title: t('keys.move'), shortcuts: [{ key: '↑' }, { key: '↓' }] },
    {
      title: t('keys.reorder'),
      shortcuts: [
        { alt: true, key: '↑' },
        { alt: true, key: '↓' },
      ],
    },
    { title: t('keys.leave'), shortcuts: [{ key: 'Esc' }] },
  ]
  return (
    <Dialog frame="large" reading title={t('action.keys')} onClose={close}>
      <div className="columns-[18rem] gap-x-10 pt-1">
        {groups.map(({ group, label }) => (
          <KeyGroup
            key={group}
            label={label}
            rows={actions.flatMap((action) =>
              action.group === group && action.shortcuts ? [{ title: action.title(t), shortcuts: action.shortcuts }] : [],
            )}
          />
        ))}
        <KeyGroup label={t('keys.lists')} rows={inLists} />
      </div>
    </Dialog>
  )
}

interface KeyGroupProps {
  readonly label: string
  readonly rows: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[]
}

function KeyGroup({ label, rows }: KeyGroupProps) {
  return (
    <section aria-label={label} className="mb-5 flex min-w-0 break-inside-avoid flex-col gap-1">
      <h3 className="text-small font-medium text-ink-faint">{label}</h3>
      <dl className="flex flex-col divide-y divide-line">
        {rows.map(({ title, shortcuts }) => (
          <div key={title} className="flex min-h-9 items-center justify-between gap-4 py-1">
            <dt className="min-w-0">{title}</dt>
            <dd className="flex shrink-0 gap-3">
              {shortcuts.map((shortcut) => (
                <KeyCaps key={shortcut.key} shortcut={shortcut} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
