import { Command } from 'cmdk'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../components/avatar'
import { KeyCaps } from '../../components/key-caps'
import { ToolGlyph } from '../../components/tool-glyph'
import { actionIcons, fallbackIcon } from './icons'
import type { PaletteItem } from './items'

export function PaletteRow({ item, onSelect }: { readonly item: PaletteItem; readonly onSelect: () => void }) {
  return (
    <Command.Item
      value={item.id}
      onSelect={onSelect}
      className="flex min-h-9 items-center gap-2.5 rounded-md px-2 py-1 text-ink select-none aria-selected:bg-pressed aria-selected:forced-color-adjust-none forced-colors:aria-selected:bg-[Highlight] forced-colors:aria-selected:text-[HighlightText]"
    >
      <ItemIcon icon={item.icon} />
      <span className="min-w-0 shrink truncate">{item.title}</span>
      {item.aside && <span className="min-w-0 flex-1 truncate text-small text-ink-soft forced-colors:text-[inherit]">{item.aside}</span>}
      {item.shortcut && (
        <span className="ml-auto" aria-hidden="true">
          <KeyCaps shortcut={item.shortcut} />
        </span>
      )}
    </Command.Item>
  )
}

function ItemIcon({ icon }: Pick<PaletteItem, 'icon'>) {
  const { t } = useTranslation()
  if ('profile' in icon) {
    const official = icon.profile.kind === 'official'
    return <Avatar size="small" name={official ? t('official.name') : icon.profile.name} color={icon.profile.color} official={official} />
  }
  const Icon = 'action' in icon ? (actionIcons[icon.action] ?? fallbackIcon) : undefined
  return (
    <span className="flex size-6 shrink-0 items-center justify-center text-ink-soft forced-colors:text-[inherit]">
      {Icon ? <Icon size={16} aria-hidden="true" /> : 'tool' in icon && <ToolGlyph tool={icon.tool} />}
    </span>
  )
}
