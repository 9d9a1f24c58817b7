import { useState } from 'react'
import type { ConflictChoice, Imported, TransferItem, TransferList } from '../../../shared/model/transfer'
import { readFile } from '../../lib/read-file'
import { type Task, useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'

/** What becomes of one profile of the file; without a clash `onConflict` means nothing. */
export interface ItemChoice {
  readonly take: boolean
  readonly onConflict: ConflictChoice
}

export interface ImportState {
  readonly task: Task
  readonly file?: { readonly name: string; readonly text: string }
  /** The file is open, and this is in it. */
  readonly list?: TransferList
  /** The file wants a passphrase. */
  readonly sealed: boolean
  readonly done?: Imported
  readonly chosen: readonly TransferItem[]
  /** A chosen profile holds a risk that nobody has agreed to yet. */
  readonly needsConsent: boolean
  readonly consent: boolean
  setConsent(consent: boolean): void
  choiceOf(item: TransferItem): ItemChoice
  choose(item: TransferItem, choice: Partial<ItemChoice>): void
  chooseAll(take: boolean): void
  pick(file: File): void
  unlock(passphrase: string): void
  save(): void
  /** Back to the choice of a file; the keys of this one are forgotten. */
  leave(): void
}

/** Nothing present is ever replaced unless that is chosen; what is there already, the same, is not taken twice. */
const firstChoice = ({ conflict }: TransferItem): ItemChoice => ({ take: conflict?.same !== true, onConflict: 'rename' })

/** A file on its way in: chosen, opened, looked at, imported. */
export function useImport(): ImportState {
  const inspectFile = useAppStore((state) => state.inspectFile)
  const importItems = useAppStore((state) => state.importItems)
  const forgetFile = useAppStore((state) => state.forgetFile)
  const task = useTask()
  const [file, setFile] = useState<ImportState['file']>()
  const [list, setList] = useState<TransferList>()
  const [sealed, setSealed] = useState(false)
  const [choices, setChoices] = useState<Readonly<Record<string, ItemChoice>>>({})
  const [consent, setConsent] = useState(false)
  const [done, setDone] = useState<Imported>()

  const open = async (opened: NonNullable<typeof file>, passphrase?: string) => {
    const found = await inspectFile(opened, passphrase)
    setFile(opened)
    setSealed(found.sealed)
    if (found.sealed) return
    setList(found)
    setChoices({})
    setConsent(false)
  }
  const choiceOf = (item: TransferItem) => choices[item.id] ?? firstChoice(item)
  const chosen = list?.items.filter((item) => choiceOf(item).take) ?? []
  return {
    task,
    file,
    list,
    sealed,
    done,
    chosen,
    consent,
    setConsent,
    needsConsent: chosen.some(({ risks }) => risks.some((risk) => risk.consent)),
    choiceOf,
    choose: (item, choice) => setChoices({ ...choices, [item.id]: { ...choiceOf(item), ...choice } }),
    chooseAll: (take) => setChoices(Object.fromEntries(list?.items.map((item) => [item.id, { ...choiceOf(item), take }]) ?? [])),
    pick: (picked) => void task.run(async () => open({ name: picked.name, text: await readFile(picked) })),
    unlock: (passphrase) => void task.run(async () => file && open(file, passphrase)),
    save: () =>
      void task.run(async () => {
        if (list === undefined) return
        const take = chosen.map((item) => ({ id: item.id, onConflict: choiceOf(item).onConflict }))
        setDone(await importItems(list.draft, take, consent))
      }),
    leave() {
      if (list && !done) void forgetFile(list.draft)
      task.clear()
      setFile(undefined)
      setList(undefined)
      setSealed(false)
    },
  }
}
