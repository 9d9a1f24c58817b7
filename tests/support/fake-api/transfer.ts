import type { Api } from '../../../shared/contract'
import { text } from '../../../shared/model/text'

type Methods = Pick<Api, 'transfer.export' | 'transfer.inspect' | 'transfer.import' | 'transfer.forget'>

/** A file that holds one harmless relay and one at home; `sealed` in its text asks for a passphrase. */
export function fakeTransfer(): Methods {
  return {
    'transfer.export': async ({ ids = [], plain = false }) => ({
      text: plain ? 'plain' : 'sealed',
      fileName: `switchyard-${plain ? 'plain-text-keys' : 'export'}-2026-01-02.json`,
      count: ids.length,
    }),
    async 'transfer.inspect'({ text: content, passphrase }) {
      if (content.includes('sealed') && passphrase === undefined) return { sealed: true }
      const shared = { endpoints: [], tools: ['claude'], notices: [], keys: [{ masked: 'sk-…1234' }] }
      return {
        sealed: false,
        draft: 'draft-1',
        source: text('Switchyard export', 'Switchyard 导出文件'),
        notices: [],
        items: [
          { ...shared, id: '0', name: 'Imported', url: 'https://relay.example.com', risks: [] },
          {
            ...shared,
            id: '1',
            name: 'At home',
            url: 'http://192.168.1.20',
            risks: [
              {
                id: 'private-host',
                message: text('The relay is in your own network.', '该中转站位于内网。'),
                evidence: '192.168.1.20',
                consent: true,
              },
            ],
          },
        ],
      }
    },
    'transfer.import': async ({ take }) => ({ added: take.map(({ id }) => id), replaced: [], skipped: [] }),
    'transfer.forget': async () => null,
  }
}
