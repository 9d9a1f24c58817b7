import { expect, it } from 'vitest'
import { strengthOf } from '../../../renderer/screens/vault/strength'

it.each([
  ['seven77', 'short'],
  ['password', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['hunter2hunter2', 'fair'],
  ['correct horse battery staple', 'strong'],
])('%s is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength)
})
