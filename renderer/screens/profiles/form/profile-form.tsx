import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { ProblemNote } from '../../../components/problem-note'
import { useLeaveQuestion } from '../../../lib/use-leave-question'
import { useAppStore } from '../../../store/context'
import type { FormPrefill } from '../../../store/ui'
import { ProtocolStrip } from '../../testing/protocol-strip'
import { DetailFields } from './detail-fields'
import { KeepDraftAlert } from './keep-draft-alert'
import { KeyDeliveryField } from './key-delivery-field'
import { OtherApps } from './other-apps'
import { RelayFields } from './relay-fields'
import { ToolFields } from './tool-fields'
import { useProfileForm } from './use-profile-form'

interface ProfileFormProps {
  /** Without an id: a new profile. */
  readonly id?: string
  readonly prefill?: FormPrefill
}

const formId = 'profile-form'

/** Add or edit a profile. What was typed survives every way of closing. */
export function ProfileForm({ id, prefill }: ProfileFormProps) {
  const { t } = useTranslation()
  const form = useProfileForm(id, prefill)
  const { run, busy, problem } = form.task
  const tools = useAppStore((state) => state.tools)
  const addProfile = useAppStore((state) => state.addProfile)
  const savePaste = useAppStore((state) => state.savePaste)
  const pasted = prefill?.pasted
  const editProfile = useAppStore((state) => state.editProfile)
  const openPlan = useAppStore((state) => state.openPlan)
  const notify = useAppStore((state) => state.notify)
  const closeOverlay = useAppStore((state) => state.closeOverlay)
  const [asking, setAsking] = useState(false)
  const firstField = useRef<HTMLInputElement>(null)
  const formElement = useRef<HTMLFormElement>(null)

  useLeaveQuestion(form.unsaved)
  const close = () => (form.dirty && !busy ? setAsking(true) : closeOverlay())
  const save = async (thenSwitch: boolean) => {
    const input = form.submit()
    if (!input) {
      // The faults are drawn in the next frame; the first of them gets the focus.
      requestAnimationFrame(() => formElement.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    await run(async () => {
      const saved =
        id !== undefined
          ? await editProfile(id, input)
          : pasted
            ? await savePaste(pasted.draft, input, pasted.consent)
            : await addProfile(input)
      form.discard()
      closeOverlay()
      if (thenSwitch) await openPlan({ kind: 'switch', profileId: saved.id })
      else notify({ kind: 'saved', profile: saved.name })
    })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void save(false)
  }

  return (
    <>
      <Dialog
        frame="sheet"
        title={form.stored ? t('form.editTitle', { name: form.stored.name }) : t('form.addTitle')}
        onClose={close}
        initialFocus={firstField}
        footer={
          <>
            {problem && (
              <div className="mb-1 w-full">
                <ProblemNote problem={problem} />
              </div>
            )}
            <Button onClick={() => void save(true)} busy={busy}>
              {t('form.saveAndSwitch')}
            </Button>
            <Button look="primary" type="submit" form={formId} busy={busy}>
              {id === undefined ? t('form.add') : t('form.save')}
            </Button>
          </>
        }
      >
        <form ref={formElement} id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-7 pt-1">
          {form.restored && (
            <div
              role="status"
              className="flex items-center justify-between gap-3 rounded-md bg-accent-soft px-3 py-2 text-base text-accent-text"
            >
              {t('draft.restored')}
              <Button size="small" look="ghost" onClick={form.startOver}>
                {t('draft.startOver')}
              </Button>
            </div>
          )}
          <RelayFields form={form} firstField={firstField} />
          <section aria-labelledby="form-tools" className="flex flex-col gap-2">
            <h3 id="form-tools" className="font-semibold">
              {t('form.tools')}
            </h3>
            {form.faults.tools && (
              <p role="alert" className="text-small text-danger-text">
                {form.faults.tools.message} <span className="text-ink-soft">{form.faults.tools.cure}</span>
              </p>
            )}
            <ul className="divide-y divide-line rounded-lg border border-line">
              {tools.map((tool) => (
                <ToolFields key={tool.descriptor.id} form={form} tool={tool.descriptor} />
              ))}
            </ul>
          </section>
          <KeyDeliveryField form={form} tools={tools.map(({ descriptor }) => descriptor)} />
          {id !== undefined && <ProtocolStrip profileId={id} />}
          {form.derivation && <OtherApps others={form.derivation.others} />}
          <DetailFields form={form} />
        </form>
      </Dialog>
      {asking && (
        <KeepDraftAlert
          withKey={form.draft.key !== ''}
          onStay={() => setAsking(false)}
          onKeep={() => {
            form.keep()
            closeOverlay()
          }}
          onDiscard={() => {
            form.discard()
            closeOverlay()
          }}
        />
      )}
    </>
  )
}
