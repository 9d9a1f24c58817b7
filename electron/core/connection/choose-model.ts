import type { ModelList } from './judge/models'
import type { ProbePlan } from './plan'

/** Names that are likely cheap. */
const cheap = /haiku|mini|nano|flash|lite|small|fast/i
/** Names of models that do not talk. */
const mute = /embed|whisper|tts|audio|image|dall|rerank|moderation|realtime|transcribe|sora|veo|imagen|search|live/i

export interface ChosenModel {
  readonly model: string
  /** The profile names none, so one was picked from the relay's list. */
  readonly picked: boolean
}

/** The model to ask: the profile's own, else a cheap one of the relay's that fits the tool. Undefined when nothing is known. Pure. */
export function chooseModel(
  { models, likely }: Pick<ProbePlan, 'models' | 'likely'>,
  list: ModelList | undefined,
): ChosenModel | undefined {
  const own = models[0]
  if (own !== undefined) return { model: own.replace(/\[1m\]$/i, ''), picked: false }
  const talking = (list?.names ?? []).filter((name) => !mute.test(name))
  const fitting = talking.filter((name) => likely.test(name))
  const pool = fitting.length > 0 ? fitting : talking
  const model = pool.find((name) => cheap.test(name)) ?? pool[0]
  return model === undefined ? undefined : { model, picked: true }
}
