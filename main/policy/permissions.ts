/**
 * Camera, place, notifications, USB, fonts, clipboard reading, screen capture …: the app needs none.
 * A function and not a constant, so that an exception has to be written here, with its test.
 */
export function isPermissionGranted(_permission: string): false {
  return false;
}
