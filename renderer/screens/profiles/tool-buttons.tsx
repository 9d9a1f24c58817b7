import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../shared/model/profile'
import { ToolGlyph } from '../../components/tool-glyph'
import { classes } from '../../lib/classes'
import { useAppStore } from '../../store/context'
import { isActive } from './active'

interface ToolButtonsProps {
  readonly profile: ProfileView
  readonly name: string
  readonly tabIndex: number
}

/** A profile's tools, lit where it is active; each switches that one tool. */
export function ToolButtons({ profile, name, tabIndex }: ToolButtonsProps) {
  const { t } = useTranslation()
  const tools = useAppStore((state) => state.tools)
  const status = useAppStore((state) => state.status)
  const openPlan = useAppStore((state) => state.openPlan)
  const switchNow = useAppStore((state) => state.switchNow)
  return (
    <div className="flex shrink-0 gap-1">
      {tools.map(({ descriptor: { id, label } }) => {
        const usable = profile.kind === 'official' || profile.tools[id]?.enabled === true
        if (!usable) return <span key={id} className="size-7" />
        const lit = isActive(profile, id, status)
        const title = lit ? t('profiles.toolActive', { tool: label, name }) : t('profiles.toolSwitch', { tool: label, name })
        return (
          <button
            key={id}
            type="button"
            aria-label={title}
            data-tooltip={title}
            aria-pressed={lit}
            data-column={`tool-${id}`}
            tabIndex={tabIndex}
            onClick={(event) =>
              void (event.altKey ? switchNow(profile.id, [id]) : openPlan({ kind: 'switch', profileId: profile.id, tools: [id] }))
            }
            className={classes(
              'flex size-7 items-center justify-center rounded-md border transition-colors duration-(--calm)',
              lit ? litLook(profile) : 'border-transparent text-ink-faint hover:border-line-firm hover:bg-raised hover:text-ink',
            )}
          >
            <ToolGlyph tool={id} />
          </button>
        )
      })}
    </div>
  )
}

/** "Official" is active without a lit line. */
const litLook = (profile: ProfileView) =>
  profile.kind === 'official'
    ? 'border-line-firm bg-pressed text-ink forced-colors:border-4'
    : 'border-accent/35 bg-accent-soft text-accent-text forced-colors:border-4'
