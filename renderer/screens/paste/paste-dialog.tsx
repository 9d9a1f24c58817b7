import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../shared/model/profile'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { ProblemNote } from '../../components/problem-note'
import { TextField } from '../../components/text-field'
import { useLeaveQuestion } from '../../lib/use-leave-question'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { isActive } from '../profiles/active'
import { newDraft } from '../profiles/form/draft'
import { keepDraft, newTarget } from '../profiles/form/draft-storage'
import { KeepDraftAlert } from '../profiles/form/keep-draft-alert'
import { KeyTarget } from './key-target'
import { KnownKey } from './known-key'
import { PasteField } from './paste-field'
import { Proof } from './proof'
import { CheckMark, RecognisedCard } from './recognised'
import { ToolChoices } from './tool-choices'
import { useKeyTarget } from './use-key-target'
import { type PasteState, usePaste } from './use-paste'

/** From pasted text to proof: recognised, probed, chosen, the exact lines, the switch, and a real answer for each tool. */
export function PasteDialog({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const profiles = useAppStore((state) => state.profiles)
  const paste = usePaste(
    text,
    profiles.map(({ name }) => name),
  )
  const planned = useAppStore((state) => state.plan !== null)
  const savePaste = useAppStore((state) => state.savePaste)
  const openPlan = useAppStore((state) => state.openPlan)
  const openOverlay = useAppStore((state) => state.openOverlay)
  const closeOverlay = useAppStore((state) => state.closeOverlay)
  const { run, busy, problem } = useTask()
  const [saved, setSaved] = useState<ProfileView>()
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
      setSaved(profile)
      await openPlan({ kind: 'switch', profileId: profile.id, tools: paste.chosen })
    })
  }
  const edited = !saved && (paste.edited || target.edited)
  useLeaveQuestion(edited)
  const leave = () => {
    if (!saved) paste.forget()
    closeOverlay()
  }
  const close = () => (edited ? setAsking(true) : leave())
  /** As the draft of a form, which has no key. */
  const keep = () => {
    const { name, relay, tools } = paste.input()
    const empty = newDraft(Object.keys(tools).map((id) => ({ id })))
    const chosen = Object.entries(tools).map(([id, { enabled, models }]) => [id, { ...empty.tools[id], enabled, models }])
    const draft = { ...empty, name, url: relay.url, tools: Object.fromEntries(chosen) }
    keepDraft(sessionStorage, newTarget(relay.url), draft)
    leave()
  }
  const byHand = () => {
    const { found } = paste
    const pasted = found?.keyMasked ? { draft: found.draft, keyMasked: found.keyMasked, consent: paste.consent } : undefined
    openOverlay({ kind: 'form', ...(found && { prefill: { url: found.url ?? '', name: paste.name, pasted } }) })
  }
  // The preview has the screen to itself; two windows one over the other would fight for the focus.
  if (planned) return null
  if (saved) return <Switched profile={saved} tools={paste.chosen} prove={prove} />
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

interface SwitchedProps {
  readonly profile: ProfileView
  readonly tools: readonly string[]
  readonly prove: boolean
}

/** After the preview: switched, with the proof; or saved and not switched. */
function Switched({ profile, tools, prove }: SwitchedProps) {
  const { t } = useTranslation()
  const active = useAppStore((state) => tools.every((tool) => isActive(profile, tool, state.status)))
  const openPlan = useAppStore((state) => state.openPlan)
  const startTest = useAppStore((state) => state.startTest)
  const cancelTest = useAppStore((state) => state.cancelTest)
  const test = useAppStore((state) => state.test)
  const closeOverlay = useAppStore((state) => state.closeOverlay)
  const asked = test?.rows.some((row) => row.profileId === profile.id) ?? false
  const done = useRef<HTMLButtonElement>(null)
  const begun = useRef(false)

  useEffect(() => {
    if (!active || !prove || begun.current) return
    begun.current = true
    void startTest([profile.id], 'answer')
  }, [active, prove, profile.id, startTest])

  const close = () => {
    if (asked && test?.phase === 'running') void cancelTest()
    closeOverlay()
  }
  return (
    <Dialog
      frame="large"
      title={active ? t('paste.switched', { name: profile.name }) : t('paste.saved', { name: profile.name })}
      onClose={close}
      initialFocus={done}
      footer={
        <>
          {!active && <Button onClick={() => void openPlan({ kind: 'switch', profileId: profile.id, tools })}>{t('paste.changes')}</Button>}
          {active && test?.phase !== 'running' && (
            <Button onClick={() => void startTest([profile.id], 'answer')}>{asked ? t('paste.retry') : t('paste.proveNow')}</Button>
          )}
          <Button ref={done} look="primary" onClick={close}>
            {t('paste.done')}
          </Button>
        </>
      }
    >
      {active && asked && <Proof profileId={profile.id} />}
    </Dialog>
  )
}
