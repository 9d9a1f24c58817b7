import common from './common.json'
import diagnose from './diagnose.json'
import history from './history.json'
import palette from './palette.json'
import paste from './paste.json'
import profileKeys from './profile-keys.json'
import profiles from './profiles.json'
import settings from './settings.json'
import switching from './switching.json'
import testing from './testing.json'
import transfer from './transfer.json'
import vault from './vault.json'

/** Every text of the user interface in English; one file per area of the screen. */
export const english = {
  ...common,
  ...diagnose,
  ...history,
  ...palette,
  ...paste,
  ...profileKeys,
  ...profiles,
  ...settings,
  ...switching,
  ...testing,
  ...transfer,
  ...vault,
}
