import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { ProblemNote } from '../../components/problem-note'
import { TextField } from '../../components/text-field'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { PasteField } from './paste-field'
import { CheckMark, RecognisedCard } from './recognised'
import { ToolChoices } from './tool-choices'
import { type PasteState, usePaste } from './use-paste'

/** From pasted text to a profile: recognised, probed, chosen, saved. What comes then is another dialog's: the text, which holds a key, goes with this one. */
export function PasteDialog({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const profiles = useAppStore((state) => state.profiles)
  const paste = usePaste(
    text,
    profiles.map(({ name }) => name),
  )
  const savePaste = useAppStore((state) => state.savePaste)
  const openPlan = useAppStore((state) => state.openPlan)
  const openOverlay = useAppStore((state) => state.openOverlay)
  const closeOverlay = useAppStore((state) => state.closeOverlay)
  const { run, busy, problem } = useTask()
  const [prove, setProve] = useState(true)
  const field = useRef<HTMLTextAreaElement>(null)

  const next = () => {
    if (!paste.ready || busy) return
    void run(async () => {
      const profile = await savePaste(paste.found?.draft ?? '', paste.input(), paste.consent)
      openOverlay({ kind: 'pasted', profile, tools: paste.chosen, prove })
      await openPlan({ kind: 'switch', profileId: profile.id, tools: paste.chosen })
    })
  }
  const close = () => {
    paste.forget()
    closeOverlay()
  }
  const byHand = () => {
    const { found } = paste
    const pasted = found?.keyMasked ? { draft: found.draft, keyMasked: found.keyMasked, consent: paste.consent } : undefined
    openOverlay({ kind: 'form', ...(found && { prefill: { url: found.url ?? '', name: paste.name, pasted } }) })
  }
  const isLink = paste.found?.link === true && paste.text === text
  return (
    <Dialog
      frame="large"
      title={isLink ? t('paste.link') : t('paste.title')}
      onClose={close}
      initialFocus={isLink ? undefined : field}
      footer={
        <>
          {problem && (
            <div className="mb-1 w-full">
              <ProblemNote problem={problem} />
            </div>
          )}
          <Button look="ghost" className="mr-auto" disabled={!paste.settled} onClick={byHand}>
            {t('paste.byHand')}
          </Button>
          {isLink && <Button onClick={close}>{t('paste.cancel')}</Button>}
          <Button look="primary" busy={busy} disabled={!paste.ready} onClick={next}>
            {t('paste.changes')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pt-1">
        {!isLink && <PasteField field={field} text={paste.text} onChange={paste.setText} onSubmit={next} />}
        <RecognisedCard paste={paste} />
        {paste.found?.url && <NameField paste={paste} />}
        <ToolChoices paste={paste} />
        {paste.ready && <ProveBox checked={prove} onChange={setProve} />}
      </div>
    </Dialog>
  )
}

/** The profile's name: found or made up by us, and the user's to change. */
function NameField({ paste }: { readonly paste: PasteState }) {
  const { t } = useTranslation()
  return (
    <TextField
      label={t('form.name')}
      value={paste.name}
      placeholder={paste.suggestedName}
      fault={paste.nameTaken ? { message: t('fault.nameTaken'), cure: t('fault.nameTakenCure') } : undefined}
      onChange={paste.setName}
    />
  )
}

function ProveBox({ checked, onChange }: { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="flex items-center gap-2">
      <CheckMark id={id} checked={checked} onChange={onChange} />
      <label id={`${id}-label`} htmlFor={id} className="text-ink-soft">
        {t('paste.prove')}
      </label>
    </div>
  )
}
