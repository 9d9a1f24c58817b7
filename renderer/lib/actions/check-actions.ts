import type { AppState } from '../../store/app-state'
import { type Action, copied, profileAt } from './action'

const busyDoctor = (app: AppState): boolean => app.doctorPhase === 'running' || app.doctorPhase === 'cancelling'

/** What finds out how things stand. */
export const checkActions: readonly Action[] = [
  {
    id: 'test-all',
    group: 'check',
    title: (t) => t('action.testAll'),
    words: 'connection latency speed health',
    when: (app) => profileAt(app, 1) !== undefined,
    run: (app) => app.openOverlay({ kind: 'test' }),
  },
  {
    id: 'diagnose',
    group: 'check',
    title: (t) => t('action.diagnose'),
    words: 'doctor check problem',
    shortcuts: [{ mod: true, shift: true, key: 'd' }],
    when: (app) => !busyDoctor(app),
    run: (app) => {
      app.showScreen('diagnose')
      void app.runDoctor()
    },
  },
  {
    id: 'stop-diagnose',
    group: 'check',
    title: (t) => t('action.stopDiagnose'),
    when: busyDoctor,
    run: (app) => void app.cancelDoctor(),
  },
  {
    id: 'fix',
    group: 'check',
    title: (t) => t('action.fix'),
    words: 'mend repair doctor',
    when: (app) => !busyDoctor(app) && app.findings.some(({ fixable }) => fixable),
    run: (app) => {
      app.showScreen('diagnose')
      const finding = app.findings.find(({ fixable }) => fixable)
      if (finding) void app.openFix(finding.check)
    },
  },
  {
    id: 'copy-report',
    group: 'check',
    title: (t) => t('action.copyReport'),
    when: (app) => app.doctorReport !== undefined,
    run: (app) => copied(app, () => app.reportText(false)),
  },
  {
    id: 'read-again',
    group: 'check',
    title: (t) => t('action.readAgain'),
    words: 'refresh reload status',
    run: (app) => void app.checkTools(),
  },
]
