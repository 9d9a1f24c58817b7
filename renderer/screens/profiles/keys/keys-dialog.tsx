import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '../../../../shared/model/profile'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { ProblemNote } from '../../../components/problem-note'
import { focusOn } from '../../../lib/focus-on'
import { useLeaveQuestion } from '../../../lib/use-leave-question'
import { useTask } from '../../../lib/use-task'
import { useAppStore } from '../../../store/context'
import { DiscardKeyAlert } from './discard-key-alert'
import { KeyForm } from './key-form'
import { KeyRow } from './key-row'
import { RemoveKeyAlert } from './remove-key-alert'

/** All keys of a profile: which is in use, one click to use another one, and what can be done with each. */
export function KeysDialog({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const profile = useAppStore((state) => state.profiles.find((one) => one.id === id))
  const takeKey = useAppStore((state) => state.takeKey)
  const openOverlay = useAppStore((state) => state.openOverlay)
  const closeOverlay = useAppStore((state) => state.closeOverlay)
  /** The key whose form is open; `'new'` for a further one. */
  const [editing, setEditing] = useState<string>()
  const [typed, setTyped] = useState(false)
  /** What waits for the answer whether the typing may go. */
  const [then, setThen] = useState<() => void>()
  const [removing, setRemoving] = useState<KeyView>()
  const [taking, setTaking] = useState<string>()
  const { run, busy, problem } = useTask()
  const keys = profile?.relay.keys ?? []
  // A form that is gone says so a moment later: an Escape in between would be asked about nothing.
  const unsaved = editing !== undefined && typed
  useLeaveQuestion(unsaved)
  const leaveForm = (next: () => void) => (unsaved ? setThen(() => next) : next())
  const take = async (keyId: string, overwrite = false) => {
    setTaking(keyId)
    if ((await run(() => takeKey(id, keyId, overwrite))) && overwrite) focusOn(keyId)
  }
  const discard = () => {
    setEditing(undefined)
    setThen(undefined)
    then?.()
  }
  const doneEditing = () => {
    focusOn(editing ?? 'new')
    setEditing(undefined)
  }
  const doneRemoving = () => {
    focusOn('new')
    setRemoving(undefined)
  }
  return (
    <>
      <Dialog
        title={t('profileKeys.title', { name: profile?.name ?? id })}
        description={t('profileKeys.about')}
        onClose={() => leaveForm(closeOverlay)}
        footer={
          editing === undefined && (
            <Button data-focus="new" onClick={() => setEditing('new')}>
              <Plus size={15} aria-hidden="true" />
              {t('profileKeys.add')}
            </Button>
          )
        }
      >
        <div className="flex flex-col gap-3">
          {keys.length > 0 && (
            <ul aria-label={t('profileKeys.list')} className="divide-y divide-line rounded-lg border border-line">
              {keys.map((key) =>
                key.id === editing ? (
                  <li key={key.id} className="p-3">
                    <KeyForm profileId={id} stored={key} onDone={doneEditing} onTyped={setTyped} />
                  </li>
                ) : (
                  <KeyRow
                    key={key.id}
                    of={key}
                    busy={busy && taking === key.id}
                    onTake={() => void take(key.id)}
                    onShow={() => leaveForm(() => openOverlay({ kind: 'key', id, keyId: key.id }))}
                    onEdit={() => leaveForm(() => setEditing(key.id))}
                    onRemove={() => leaveForm(() => setRemoving(key))}
                  />
                ),
              )}
            </ul>
          )}
          {problem && <ProblemNote problem={problem} />}
          {problem?.code === 'changed-by-hand' && taking && (
            <Button className="self-end" onClick={() => void take(taking, true)}>
              {t('profileKeys.overwrite')}
            </Button>
          )}
          {editing === 'new' && (
            <div className="rounded-lg border border-line p-3">
              <KeyForm profileId={id} onDone={doneEditing} onTyped={setTyped} />
            </div>
          )}
        </div>
      </Dialog>
      {then && <DiscardKeyAlert onStay={() => setThen(undefined)} onDiscard={discard} />}
      {removing && <RemoveKeyAlert profileId={id} of={removing} onClose={doneRemoving} />}
    </>
  )
}
