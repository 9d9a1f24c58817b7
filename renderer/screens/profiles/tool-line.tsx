import { ChevronsUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { OFFICIAL_ID } from '../../../shared/model/profile'
import type { ToolStatus } from '../../../shared/model/switch'
import type { ToolInfo } from '../../../shared/model/tool'
import { Avatar } from '../../components/avatar'
import { ChipButton } from '../../components/chip'
import { HealthDot } from '../../components/health-dot'
import { IconButton } from '../../components/icon-button'
import { Menu, MenuItem } from '../../components/menu'
import { ToolGlyph } from '../../components/tool-glyph'
import { useLocal } from '../../i18n/use-local'
import { classes } from '../../lib/classes'
import { timeText } from '../../lib/health'
import { useAppStore } from '../../store/context'
import { isActive } from './active'
import { outcomeWords } from './outcome-words'
import { stateWords } from './state-words'

interface ToolLineProps {
  readonly tool: ToolInfo
  readonly status: ToolStatus | undefined
}

/** One tool on the switchboard: what it uses, its state, and the lever that sends it elsewhere. */
export function ToolLine({ tool, status }: ToolLineProps) {
  const { t } = useTranslation()
  const openOverlay = useAppStore((state) => state.openOverlay)
  const { id, label } = tool.descriptor
  const words = status && stateWords(status.state, t)
  const onRelay = status !== undefined && status.state !== 'official' && status.state !== 'unreadable'
  return (
    <li data-testid={`tool-${id}`} className="flex min-h-0 flex-1 items-center gap-3">
      <span
        className={classes(
          'flex size-9 shrink-0 items-center justify-center rounded-md border',
          onRelay ? 'border-transparent bg-accent-soft text-accent-text' : 'border-line bg-sunken text-ink-faint',
        )}
      >
        <ToolGlyph tool={id} className="size-4.5" />
      </span>
      <div className="flex min-w-0 flex-1 items-center gap-3 max-narrow:flex-col max-narrow:items-start max-narrow:gap-0.5">
        <div className="min-w-0 flex-1 max-narrow:flex-none">
          <p className="flex items-baseline gap-2">
            <span className="truncate font-semibold">{label}</span>
            <span className="truncate text-small text-ink-faint max-wide:hidden">
              {tool.installation ? tool.installation.version : t('tool.notInstalled')}
            </span>
          </p>
          {/* Where there is no room, the state is one press away from these lines. */}
          <div className="max-narrow:hidden">
            <Detail status={status} />
          </div>
        </div>
        <div className="flex shrink-0 items-center gap-3 max-narrow:flex-row-reverse max-narrow:gap-2">
          <LastTest tool={id} profileId={status?.profileId} />
          {words && (
            <ChipButton
              tone={words.tone}
              aria-label={t('board.openState', { tool: label, state: words.word })}
              onClick={() => openOverlay({ kind: 'status', tool: id })}
            >
              {words.word}
            </ChipButton>
          )}
        </div>
      </div>
      <Lever tool={tool} status={status} />
    </li>
  )
}

/** What the last test of this tool with its profile said, and how long the answer took. */
function LastTest({ tool, profileId }: { readonly tool: string; readonly profileId: string | undefined }) {
  const { t } = useTranslation()
  const last = useAppStore((state) => (profileId === undefined ? undefined : state.results[profileId]?.tools[tool]?.last))
  if (!last) return null
  const { outcome } = last.verdict
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-small text-ink-soft" title={outcomeWords(outcome, t)}>
      <HealthDot outcome={outcome} />
      <span className="sr-only">{outcomeWords(outcome, t)}</span>
      {outcome !== 'fails' && last.timings && <span className="nums max-wide:hidden">{timeText(last.timings.totalMs)}</span>}
    </span>
  )
}

function Detail({ status }: { readonly status: ToolStatus | undefined }) {
  const { t } = useTranslation()
  const local = useLocal()
  if (!status) return null
  if (status.problem) {
    const reason = local(status.problem.message)
    return (
      <p className="truncate text-small text-danger-text" title={reason}>
        {reason}
      </p>
    )
  }
  if (!status.baseUrl) return <p className="truncate text-small text-ink-faint">{t('official.short')}</p>
  const line = [status.baseUrl, status.model].filter(Boolean).join('\n')
  return (
    <p className="flex min-w-0 gap-2 font-code text-small" title={line}>
      <span className="truncate text-ink-soft">{status.baseUrl}</span>
      {status.model && <span className="max-w-[45%] shrink-0 truncate text-ink-faint">{status.model}</span>}
    </p>
  )
}

/** Sends this one tool to another profile. */
function Lever({ tool, status }: ToolLineProps) {
  const { t } = useTranslation()
  const { id, label } = tool.descriptor
  const profiles = useAppStore((state) => state.profiles)
  const openPlan = useAppStore((state) => state.openPlan)
  // A menu is for a few; who has thousands searches the list below.
  const fitting = profiles.filter((profile) => profile.kind === 'official' || profile.tools[id]?.enabled).slice(0, 60)
  return (
    <Menu
      trigger={
        <IconButton label={t('board.lever', { tool: label })}>
          <ChevronsUpDown size={15} aria-hidden="true" />
        </IconButton>
      }
    >
      {fitting.map((profile) => (
        <MenuItem
          key={profile.id}
          icon={<Avatar size="small" name={profile.name} color={profile.color} official={profile.id === OFFICIAL_ID} />}
          keys={status && isActive(profile, id, [status]) ? t('profiles.active') : undefined}
          onSelect={() => void openPlan({ kind: 'switch', profileId: profile.id, tools: [id] })}
        >
          {profile.kind === 'official' ? t('official.name') : profile.name}
        </MenuItem>
      ))}
    </Menu>
  )
}
