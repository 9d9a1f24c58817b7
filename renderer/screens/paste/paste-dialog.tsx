import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { ProblemNote } from '../../components/problem-note'
import { TextField } from '../../components/text-field'
import { useLeaveQuestion } from '../../lib/use-leave-question'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { newDraft } from '../profiles/form/draft'
import { draftPlaces, keepDraft, newTarget } from '../profiles/form/draft-storage'
import { KeepDraftAlert } from '../profiles/form/keep-draft-alert'
import { KeyTarget } from './key-target'
import { KnownKey } from './known-key'
import { PasteField } from './paste-field'
import { CheckMark, RecognisedCard } from './recognised'
import { ToolChoices } from './tool-choices'
import { useKeyTarget } from './use-key-target'
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
  const shell = useAppStore((state) => state.host?.shell)
  const { run, busy, problem } = useTask()
  const [prove, setProve] = useState(true)
  const [asking, setAsking] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const target = useKeyTarget(paste.found)
  const addPastedKey = useAppStore((state) => state.addPastedKey)
  const ready = target.profileId === undefined ? paste.ready : paste.usable

  const next = () => {
    if (!ready || busy) return
    const { profileId } = target
    void run(async () => {
      if (profileId !== undefined) {
        const profile = await addPastedKey(paste.found?.draft ?? '', profileId, target.notes, paste.consent)
        openOverlay({ kind: 'key-added', profile })
        return
      }
      const profile = await savePaste(paste.found?.draft ?? '', paste.input(), paste.consent)
      openOverlay({ kind: 'pasted', profile, tools: paste.chosen, prove })
      await openPlan({ kind: 'switch', profileId: profile.id, tools: paste.chosen })
    })
  }
  const edited = paste.edited || target.edited
  useLeaveQuestion(edited)
  const leave = () => {
    paste.forget()
    closeOverlay()
  }
  const close = () => (edited ? setAsking(true) : leave())
  /** As the draft of a form, which has no key. */
  const keep = () => {
    const { name, relay, tools } = paste.input()
    const empty = newDraft(Object.keys(tools).map((id) => ({ id })))
    const chosen = Object.entries(tools).map(([id, { enabled, models }]) => [id, { ...empty.tools[id], enabled, models }])
    const draft = { ...empty, name, url: relay.url, tools: Object.fromEntries(chosen) }
    keepDraft(draftPlaces(shell), newTarget(relay.url), draft)
    leave()
  }
  const byHand = () => {
    const { found } = paste
    const pasted = found?.keyMasked ? { draft: found.draft, keyMasked: found.keyMasked, consent: paste.consent } : undefined
    openOverlay({ kind: 'form', ...(found && { prefill: { url: found.url ?? '', name: paste.name, pasted } }) })
  }
  const isLink = paste.found?.link === true && paste.text === text
  return (
    <>
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
            <Button look="ghost" className="mr-auto -ml-3" disabled={!paste.settled} onClick={byHand}>
              {t('paste.byHand')}
            </Button>
            {isLink && <Button onClick={close}>{t('paste.cancel')}</Button>}
            <Button look="primary" busy={busy} disabled={!ready} onClick={next}>
              {target.profileId === undefined ? t('paste.changes') : t('paste.addKey')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4 pt-1">
          {!isLink && <PasteField field={field} text={paste.text} onChange={paste.setText} onSubmit={next} />}
          <RecognisedCard paste={paste} />
          <KnownKey paste={paste} />
          <KeyTarget target={target} />
          {target.profileId === undefined && (
            <>
              {paste.found?.url && <NameField paste={paste} />}
              <ToolChoices paste={paste} />
              {paste.ready && <ProveBox checked={prove} onChange={setProve} />}
            </>
          )}
        </div>
      </Dialog>
      {asking && <KeepDraftAlert withKey={paste.found?.keyMasked !== ''} onStay={() => setAsking(false)} onKeep={keep} onDiscard={leave} />}
    </>
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
