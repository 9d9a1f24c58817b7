import { type NativeImage, nativeImage } from 'electron'
import type { Health } from './tray-health'

/** Red, green, blue. The words of the menu say the same; the colour only says it sooner. */
const colours: Readonly<Record<Health, readonly [number, number, number]>> = {
  works: [38, 162, 105],
  warns: [217, 145, 12],
  fails: [214, 48, 49],
  unknown: [142, 148, 146],
}

/** In points; the dot stands in the middle with air around it. */
const SIZE = 16
const RADIUS = 4.5

/** The dot of a health as an image for menus, sharp on screens of single and double scale. */
export function dotImage(health: Health): NativeImage {
  const image = nativeImage.createEmpty()
  for (const scaleFactor of [1, 2]) {
    const side = SIZE * scaleFactor
    const bitmap = nativeImage.createFromBitmap(dotBitmap(side, RADIUS * scaleFactor, colours[health]), { width: side, height: side })
    image.addRepresentation({ scaleFactor, width: side, height: side, buffer: bitmap.toPNG() })
  }
  return image
}

/** A disc with smooth edges as raw pixels: blue, green, red, alpha, multiplied by the alpha (nativeImage.createFromBitmap). */
export function dotBitmap(side: number, radius: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const pixels = Buffer.alloc(side * side * 4)
  const middle = (side - 1) / 2
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const alpha = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(x - middle, y - middle)))
      pixels.set([blue * alpha, green * alpha, red * alpha, 255 * alpha].map(Math.round), (y * side + x) * 4)
    }
  }
  return pixels
}
