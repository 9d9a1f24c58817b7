import { History, Route, Settings2, Stethoscope } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark } from '../components/mark'
import { classes } from '../lib/classes'
import { useAppStore } from '../store/context'
import type { Screen } from '../store/ui'

/** The way between the screens; icons only where the window is narrow. */
export function Sidebar() {
  const { t } = useTranslation()
  const current = useAppStore((state) => state.screen)
  const showScreen = useAppStore((state) => state.showScreen)
  const version = useAppStore((state) => state.host?.version)
  const items: readonly { readonly screen: Screen; readonly label: string; readonly Icon: typeof History }[] = [
    { screen: 'profiles', label: t('nav.profiles'), Icon: Route },
    { screen: 'diagnose', label: t('nav.diagnose'), Icon: Stethoscope },
    { screen: 'history', label: t('nav.history'), Icon: History },
    { screen: 'settings', label: t('nav.settings'), Icon: Settings2 },
  ]
  return (
    <nav aria-label={t('nav.label')} className="flex w-48 shrink-0 flex-col border-r border-line px-3 pb-3 max-mid:w-14 max-mid:px-2">
      <div className="flex h-14 items-center gap-2 px-1.5 max-mid:justify-center max-mid:px-0">
        <Mark className="size-6 shrink-0" />
        <span className="text-large font-semibold tracking-tight max-mid:sr-only">Switchyard</span>
      </div>
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
      <p className="mt-auto px-2 text-small text-ink-faint max-mid:hidden">{version}</p>
    </nav>
  )
}
