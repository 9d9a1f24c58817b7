import type { PasteRisk } from '../../../shared/model/paste'
import type { LocalText } from '../../../shared/model/text'
import type { Protocol } from '../../../shared/model/tool'

/** What a recogniser found, as it stands in the text: nothing is checked yet. The first of several is the best. */
export interface Reading {
  readonly urls: string[]
  readonly keys: string[]
  name?: string
  website?: string
  notes?: string
  /** Tools that the text names; such that we do not know are left out later. */
  readonly tools: Set<string>
  readonly protocols: Set<Protocol>
  /** Model by slot, by tool. */
  readonly models: Map<string, Record<string, string>>
  /** Models without a tool: matched with the tools by their names. */
  readonly looseModels: Set<string>
  readonly options: Map<string, Record<string, string>>
  readonly notices: LocalText[]
  readonly risks: PasteRisk[]
}

export const emptyReading = (): Reading => ({
  urls: [],
  keys: [],
  tools: new Set(),
  protocols: new Set(),
  models: new Map(),
  looseModels: new Set(),
  options: new Map(),
  notices: [],
  risks: [],
})

/** One kind of text. Pure. */
export interface Recogniser {
  readonly id: string
  readonly label: LocalText
  /** Handed over by another program or page, not copied by the user's own hand. */
  readonly link?: true
  /** Undefined when the text is of another kind. */
  read(text: string): Reading | undefined
}

export const hasFound = (reading: Reading): boolean =>
  reading.urls.length + reading.keys.length + reading.looseModels.size + reading.models.size > 0 || reading.risks.length > 0

export function setModel(reading: Reading, tool: string, slot: string, model: string): void {
  if (model.trim() !== '') reading.models.set(tool, { ...reading.models.get(tool), [slot]: model.trim() })
}
