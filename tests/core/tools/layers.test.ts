import { posix, win32 } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adapters } from '../../../electron/core/tools/index'
import { languages } from '../../../shared/model/text'
import { places } from '../../support/tool-suite'

describe.each(adapters.map((adapter) => [adapter.descriptor.id, adapter] as const))('the layers of %s', (_, adapter) => {
  it.each(Object.values(places))(
    'are absolute files in the style of $platform, each once, with labels in both languages',
    async (place) => {
      const folder = place.platform === 'win32' ? 'C:\\Users\\ada\\work' : `${place.home}/work`
      const layers = (await adapter.doctor()).layers(place, folder)
      const { isAbsolute } = place.platform === 'win32' ? win32 : posix
      expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length)
      for (const { file, label } of layers) {
        expect(file === undefined || isAbsolute(file.path)).toBe(true)
        expect(languages.every((language) => label[language] !== '')).toBe(true)
      }
      for (const file of (await adapter.doctor()).misplaced(place)) expect(isAbsolute(file)).toBe(true)
    },
  )
  it('hold every file that the adapter writes values to', async () => {
    const files = (await adapter.doctor()).layers(places.linux).flatMap(({ file }) => file?.path ?? [])
    for (const { path } of adapter.locate(places.linux)) expect(files).toContain(path)
  })
  it('say nothing of empty files', async () => {
    for (const layer of (await adapter.doctor()).layers(places.linux, '/work')) expect(layer.read({}, {})).toEqual([])
  })
})
