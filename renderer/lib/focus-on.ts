/** Frames in which what is wanted may come, and a dialog may take the focus once more; a quarter of a second. */
const most = 15

/**
 * Gives the focus to the element with this `data-focus` as soon as it is there, so that the keyboard stays where it was when what had the focus goes. A
 * dialog takes a focus that was lost, a frame or more later: it is given again until it stays.
 */
export function focusOn(name: string): void {
  let left = most
  let stayed = 0
  const look = () => {
    const wanted = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`)
    if (wanted !== null && wanted === document.activeElement) stayed += 1
    else {
      stayed = 0
      wanted?.focus()
    }
    left -= 1
    if (stayed < 3 && left > 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
