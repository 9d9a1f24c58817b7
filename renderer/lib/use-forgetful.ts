import { type RefCallback, type RefObject, useCallback } from 'react'

/**
 * A ref for a field that secrets are typed into: they go when the field does. React and the browser remember the field that had the focus last, with
 * all that stands in it, long after it is gone from the page.
 * @param also another ref to the same field
 */
export function useForgetful<Field extends HTMLInputElement | HTMLTextAreaElement>(also?: RefObject<Field | null>): RefCallback<Field> {
  return useCallback(
    (field: Field) => {
      if (also) also.current = field
      return () => {
        if (also) also.current = null
        // Later, for React may only be putting it elsewhere.
        queueMicrotask(() => {
          if (field.isConnected) return
          field.value = ''
          field.removeAttribute('value')
        })
      }
    },
    [also],
  )
}
