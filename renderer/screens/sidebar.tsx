import { Command, History, Keyboard, Route, Settings2, Stethoscope } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../components/icon-button'
import { capLook } from '../components/key-caps'
import { Mark } from '../components/mark'
import { classes } from '../lib/classes'
import { shortcut } from '../lib/keyboard'
import { useAppStore } from '../store/context'
import type { Screen } from '../store/ui'

/** The way between the screens; icons only where the window is narrow. */
export function Sidebar() {
  const { t } = useTranslation()
  const current = useAppStore((state) => state.screen)
  const showScreen = useAppStore((state) => state.showScreen)
  const openOverlay = useAppStore((state) => state.openOverlay)
  const platform = useAppStore((state) => state.host?.platform)
  const version = useAppStore((state) => state.host?.version)
  const items: readonly { readonly screen: Screen; readonly label: string; readonly Icon: typeof History }[] = [
    { screen: 'profiles', label: t('nav.profiles'), Icon: Route },
    { screen: 'diagnose', label: t('nav.diagnose'), Icon: Stethoscope },
    { screen: 'history', label: t('nav.history'), Icon: History },
    { screen: 'settings', label: t('nav.settings'), Icon: Settings2 },
  ]
  return (
    <nav
      aria-label={t('nav.label')}
      className="window-side flex w-48 shrink-0 flex-col border-r border-line px-3 pb-3 max-mid:w-14 max-mid:px-2"
    >
      <div className="window-grip flex h-14 shrink-0 items-center gap-2 px-1.5 max-mid:justify-center max-mid:px-0">
        <Mark className="size-6 shrink-0" />
        <span className="text-large font-semibold tracking-tight max-mid:sr-only">Switchyard</span>
      </div>
      <button
        type="button"
        title={t('action.palette')}
        onClick={() => openOverlay({ kind: 'palette' })}
        className="mb-3 flex h-8 w-full shrink-0 items-center gap-2.5 rounded-md border border-line-firm bg-surface px-2 text-ink-soft transition-colors duration-(--quick) hover:border-edge hover:text-ink max-mid:justify-center max-mid:px-0"
      >
        <Command size={15} aria-hidden="true" className="shrink-0" />
        <span className="min-w-0 flex-1 truncate text-left max-mid:sr-only">{t('palette.open')}</span>
        <span aria-hidden="true" className="max-mid:hidden">
          <kbd className={capLook}>{shortcut('K', platform)}</kbd>
        </span>
      </button>
      <ul className="flex flex-col gap-0.5">
        {items.map(({ screen, label, Icon }) => (
          <li key={screen}>
            <button
              type="button"
              title={label}
              aria-current={current === screen ? 'page' : undefined}
              onClick={() => showScreen(screen)}
              className={classes(
                'flex h-8 w-full items-center gap-2.5 rounded-md px-2 text-base transition-colors duration-(--quick) max-mid:justify-center max-mid:px-0',
                current === screen
                  ? 'bg-pressed font-medium text-ink forced-colors:border-2'
                  : 'text-ink-soft hover:bg-hover hover:text-ink',
              )}
            >
              <Icon size={16} aria-hidden="true" className={current === screen ? 'text-accent-text' : undefined} />
              <span className="truncate max-mid:sr-only">{label}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-auto flex items-center justify-between max-mid:justify-center">
        <p className="nums px-2 text-small text-ink-faint max-mid:hidden">{version}</p>
        <IconButton label={t('action.keys')} onClick={() => openOverlay({ kind: 'keys' })}>
          <Keyboard size={15} aria-hidden="true" />
        </IconButton>
      </div>
    </nav>
  )
}
