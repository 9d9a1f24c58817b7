import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../lib/classes'
import { iconLook } from './icon-button'
import { MessagePlace } from './message-place'

const frames = {
  small: 'pop left-1/2 top-[16vh] w-[min(440px,calc(100vw-32px))] max-h-[76vh] -translate-x-1/2 rounded-lg',
  large: 'pop left-1/2 top-[7vh] w-[min(860px,calc(100vw-32px))] max-h-[86vh] -translate-x-1/2 rounded-lg',
  wide: 'pop left-1/2 top-[5vh] w-[min(1180px,calc(100vw-32px))] max-h-[90vh] -translate-x-1/2 rounded-lg',
  sheet: 'sheet right-0 bottom-0 top-(--frame-top) w-[min(600px,calc(100vw-24px))] rounded-l-lg',
}

const readable = { role: 'group', tabIndex: 0 }

interface DialogProps {
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly frame?: keyof typeof frames
  readonly onClose: () => void
  /** Lies over other dialogs and questions, too. */
  readonly above?: boolean
  /** Stays in place below the content. */
  readonly footer?: ReactNode
  /** The content has nothing to focus, so the keyboard needs the content itself to scroll it. */
  readonly reading?: boolean
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly children?: ReactNode
}

/** A window over the screen: traps the focus, closes on Escape, gives the focus back. */
export function Dialog({
  title,
  description,
  frame = 'small',
  above = false,
  onClose,
  footer,
  reading = false,
  initialFocus,
  children,
}: DialogProps) {
  const { t } = useTranslation()
  const content = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Backdrop className={classes('veil fixed inset-0 bg-scrim', above ? 'z-50' : 'z-40')} />
        <Base.Popup
          initialFocus={initialFocus ?? (reading ? content : undefined)}
          className={classes(
            above ? 'z-50' : 'z-40',
            'fixed flex flex-col overflow-hidden bg-surface shadow-high forced-colors:border',
            frames[frame],
          )}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-large font-semibold break-path">{title}</Base.Title>
              {description && <Base.Description className="mt-0.5 text-base text-ink-soft break-path">{description}</Base.Description>}
            </div>
            {/* No tooltip: it would open with the first focus, and take the Escape that is meant for the dialog. */}
            <Base.Close aria-label={t('common.close')} title={t('common.close')} className={classes(iconLook, '-mt-0.5 -mr-1.5')}>
              <X size={16} aria-hidden="true" />
            </Base.Close>
          </header>
          {children && (
            <div ref={content} {...(reading && readable)} className="min-h-0 flex-1 overflow-y-auto px-5 pb-4 -outline-offset-2">
              {children}
            </div>
          )}
          <MessagePlace />
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas px-5 py-3">{footer}</footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
