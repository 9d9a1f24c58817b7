import { useEffect, useState } from 'react'

/** What a tooltip is about, and what it says. */
export interface TooltipTarget {
  readonly element: HTMLElement
  readonly text: string
}

/** Milliseconds that the mouse rests on an element before its tooltip opens. */
const openAfter = 500
/** Milliseconds for the way from the element into its tooltip, which may be read with the mouse on it. */
const closeAfter = 120
/** Milliseconds after one tooltip in which the next one opens at once: the user is looking around. */
const lookAround = 400

/**
 * Finds the element whose `data-tooltip` is to be shown.
 * @param onNear called when one is likely to be shown soon
 */
export function useTooltipTarget(onNear: () => void): TooltipTarget | undefined {
  const [target, setTarget] = useState<TooltipTarget>()
  useEffect(() => {
    let shown: HTMLElement | undefined
    let hovered: HTMLElement | undefined
    /** Stays without a tooltip until mouse or focus have left it. */
    let pressed: HTMLElement | undefined
    let closedAt = Number.NEGATIVE_INFINITY
    /** Had the focus when the window lost it, and gets it again with the window: no wish of the user's. */
    let left: Element | null = null
    let timer: ReturnType<typeof setTimeout> | undefined

    const show = (element: HTMLElement) => {
      clearTimeout(timer)
      const text = element.dataset.tooltip
      if (!text || !element.isConnected) return
      shown = element
      setTarget({ element, text })
    }
    const hide = () => {
      clearTimeout(timer)
      if (shown) closedAt = performance.now()
      shown = undefined
      setTarget(undefined)
    }
    const onOver = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return
      const element = owner(event.target)
      if (element === hovered || isBubble(event.target)) {
        // Back again, or on the tooltip itself.
        if (shown) clearTimeout(timer)
        return
      }
      hovered = element
      pressed = undefined
      clearTimeout(timer)
      if (!element) {
        if (shown) timer = setTimeout(hide, closeAfter)
        return
      }
      onNear()
      const atOnce = shown || performance.now() - closedAt < lookAround
      if (atOnce) show(element)
      else timer = setTimeout(() => show(element), openAfter)
    }
    const onLeave = () => {
      hovered = undefined
      hide()
    }
    const onPress = (event: Event) => {
      pressed = owner(event.target)
      hide()
    }
    const onFocusIn = (event: FocusEvent) => {
      const returned = event.target === left
      left = null
      const element = owner(event.target)
      if (element && !returned && element !== pressed && element.matches(':focus-visible')) show(element)
    }
    const onFocusOut = (event: FocusEvent) => {
      pressed = undefined
      if (shown && owner(event.target) === shown) hide()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    const onBlur = () => {
      left = document.activeElement
      hide()
    }

    const ending = new AbortController()
    const { signal } = ending
    document.addEventListener('pointerover', onOver, { signal })
    document.documentElement.addEventListener('pointerleave', onLeave, { signal })
    // Heard before anyone can keep it to themselves.
    document.addEventListener('pointerdown', onPress, { signal, capture: true })
    document.addEventListener('click', onPress, { signal, capture: true })
    document.addEventListener('keydown', onKeyDown, { signal, capture: true })
    document.addEventListener('focusin', onFocusIn, { signal })
    document.addEventListener('focusout', onFocusOut, { signal })
    window.addEventListener('blur', onBlur, { signal })
    return () => {
      clearTimeout(timer)
      ending.abort()
    }
  }, [onNear])
  return target
}

/** The nearest element around a place that has a tooltip. */
const owner = (place: EventTarget | null): HTMLElement | undefined =>
  (place instanceof Element && place.closest<HTMLElement>('[data-tooltip]')) || undefined

const isBubble = (place: EventTarget | null): boolean => place instanceof Element && place.closest('[data-tooltip-bubble]') !== null
