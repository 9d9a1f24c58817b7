import { type ComponentType, lazy, type ReactNode, useState } from 'react'

/** A component whose code is loaded when it is first drawn, or ahead of that. */
export interface Late<Props> {
  (props: Props): ReactNode
  /** Loads the code now. What fails is tried again when the component is drawn, and told there. */
  fetch(): Promise<void>
}

/** Like React's `lazy`, but it can be loaded ahead, and is then drawn at once instead of one turn later: a dialog opens with the press that asks for it. */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  let loaded: ComponentType<Props> | undefined
  const start = async () => {
    loaded ??= await load()
    return { default: loaded }
  }
  const Waiting = lazy(start)
  const Drawn = (props: Props) => {
    // One and the same for as long as it is on screen, else it would lose its state when the load ends.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? Waiting)
    return <Component {...props} />
  }
  const fetch = () =>
    start().then(
      () => undefined,
      () => undefined,
    )
  return Object.assign(Drawn, { fetch })
}

/** Milliseconds in which the first frames are drawn and the user looks around. */
const firstFrames = 400

/** Loads components one after the other when the screen has been drawn. Returns the function that ends it. */
export function fetchAhead(components: readonly Pick<Late<never>, 'fetch'>[]): () => void {
  let ended = false
  const timer = setTimeout(async () => {
    for (const { fetch } of components) {
      if (ended) return
      await fetch()
    }
  }, firstFrames)
  return () => {
    ended = true
    clearTimeout(timer)
  }
}
